package io.kouan.platform.business;

import io.kouan.platform.forms.FormRecord;
import io.kouan.platform.forms.check.Answers;
import io.kouan.platform.transmission.BusinessType;
import io.kouan.platform.transmission.BusinessType.Direction;
import io.kouan.platform.transmission.BusinessType.Mode;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** What a request for business types (开通业务类型角色权限) asks for. */
final class BusinessRequest {

    static final String FORM = "business_type_request";
    static final String SUBMITTED = "SUBMITTED";
    static final String REPLIED = "REPLIED";
    static final String NUMBER = "request_no";
    static final String TABLE = "business";

    private BusinessRequest() {}

    /** The pairs asked for, as far as there are such. */
    static Set<BusinessType> types(Answers answers) {
        var types = new LinkedHashSet<BusinessType>();
        answers.rows(TABLE).forEach(row -> type(row).ifPresent(types::add));
        return types;
    }

    static Optional<BusinessType> type(Map<String, String> row) {
        return Mode.of(row.getOrDefault("business_mode", ""))
                .flatMap(mode -> direction(row.getOrDefault("direction", ""))
                        .map(direction -> new BusinessType(mode, direction)));
    }

    private static Optional<Direction> direction(String flag) {
        return switch (flag) {
            case "I" -> Optional.of(Direction.IMPORT);
            case "E" -> Optional.of(Direction.EXPORT);
            default -> Optional.empty();
        };
    }

    /** The answers with the roles that are open behind each pair. */
    static Answers withRoles(Answers answers, OpenedRoles roles, Set<String> open) {
        List<Map<String, String>> rows = answers.rows(TABLE).stream()
                .map(row -> {
                    var filled = new java.util.LinkedHashMap<>(row);
                    type(row)
                            .ifPresent(type -> filled.put(
                                    "opened_roles",
                                    String.join(
                                            ", ",
                                            roles.of(type).stream()
                                                    .filter(open::contains)
                                                    .toList())));
                    return (Map<String, String>) filled;
                })
                .toList();
        return answers.withRows(TABLE, rows);
    }

    /** The roles that were opened, in words. */
    static List<String> opened(Answers answers) {
        return answers.rows(TABLE).stream()
                .map(row -> row.getOrDefault("opened_roles", ""))
                .filter(text -> !text.isEmpty())
                .flatMap(text -> Arrays.stream(text.split(", ", -1)))
                .toList();
    }

    /** The number of its ticket; empty until it is handed in. */
    static String number(FormRecord record) {
        return record.answers().text(NUMBER);
    }
}
