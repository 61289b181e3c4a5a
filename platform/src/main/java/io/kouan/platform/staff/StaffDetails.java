package io.kouan.platform.staff;

import io.kouan.platform.accounts.StaffAccount;
import io.kouan.platform.forms.definition.Field;
import io.kouan.platform.forms.definition.Mask;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What is typed about a member of staff, by the keys of the screen {@code staff_account}; roles and offices aside. */
final class StaffDetails {

    static final List<String> KEYS = List.of("username", "real_name", "organisation", "linked_uscc", "id_no", "mobile");

    private StaffDetails() {}

    static Map<String, String> of(StaffAccount account) {
        var values = new LinkedHashMap<String, String>();
        values.put("username", account.login());
        values.put("real_name", account.name());
        values.put("organisation", account.organisation());
        values.put("linked_uscc", account.linkedCreditCode());
        values.put("id_no", account.idNumber());
        values.put("mobile", account.mobile());
        return values;
    }

    /** The account with what was typed. */
    static StaffAccount with(StaffAccount account, Map<String, String> typed) {
        return new StaffAccount(
                account.login(),
                typed.getOrDefault("real_name", ""),
                account.roles(),
                typed.getOrDefault("organisation", ""),
                account.customsOffice(),
                account.inspectionOffice(),
                typed.getOrDefault("linked_uscc", ""),
                typed.getOrDefault("id_no", ""),
                typed.getOrDefault("mobile", ""),
                account.disabledAt(),
                account.confirmedAt(),
                account.createdAt(),
                account.remindedAt(),
                account.suspended(),
                account.version());
    }

    /** For the audit log. */
    static Map<String, String> masked(Map<String, String> values, List<Field> screen) {
        var masked = new LinkedHashMap<String, String>();
        values.forEach((key, value) -> masked.put(
                key,
                screen.stream()
                        .filter(field -> field.key().equals(key))
                        .map(Field::mask)
                        .findFirst()
                        .orElse(Mask.NONE)
                        .of(value)));
        return masked;
    }
}
