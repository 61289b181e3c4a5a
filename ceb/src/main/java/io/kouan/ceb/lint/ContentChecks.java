package io.kouan.ceb.lint;

import io.kouan.ceb.catalogue.CodeTable;
import io.kouan.ceb.catalogue.FieldType;
import io.kouan.ceb.catalogue.FieldType.Duty;
import io.kouan.ceb.catalogue.MessageType;
import io.kouan.ceb.message.Document;
import io.kouan.ceb.message.Entity;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** Checks that hold for a field wherever it stands; all of them follow from the catalogue. */
final class ContentChecks {

    /** Fields that hold the code of an enterprise. */
    private static final Set<String> ENTERPRISES = Set.of(
            "ebpCode",
            "ebcCode",
            "payCode",
            "logisticsCode",
            "agentCode",
            "areaCode",
            "operatorCode",
            "assureCode",
            "copCode");

    private final Checks checks;

    ContentChecks(Checks checks) {
        this.checks = checks;
    }

    void document(MessageType type, Document document) {
        operation(type, document.head());
        entity(document.head());
        document.lines().forEach(this::entity);
    }

    /** what the document's kind does not know is told by a code of its own, before everything else. */
    private void operation(MessageType type, Entity head) {
        head.type()
                .find("appType")
                .flatMap(FieldType::codes)
                .filter(known -> !head.text("appType").isBlank() && !known.contains(head.text("appType")))
                .ifPresent(known ->
                        checks.add(noSuchOperation(type), head, "appType", Map.of("operations", operations(known))));
    }

    private static String operations(CodeTable known) {
        return known.all().stream().map(CodeTable.Code::code).collect(Collectors.joining("、"));
    }

    private static ContentCode noSuchOperation(MessageType type) {
        return switch (type.id()) {
            case "CEB311" -> ContentCode.NO_SUCH_ORDER_OPERATION;
            case "CEB411" -> ContentCode.NO_SUCH_PAYMENT_OPERATION;
            case "CEB511" -> ContentCode.NO_SUCH_WAYBILL_OPERATION;
            case "CEB513" -> ContentCode.NO_SUCH_STATUS_OPERATION;
            case "CEB621" -> ContentCode.NO_SUCH_INVENTORY_OPERATION;
            case "CEB623" -> ContentCode.NO_SUCH_CANCELLATION_OPERATION;
            default -> ContentCode.NO_SUCH_OPERATION;
        };
    }

    void entity(Entity entity) {
        for (FieldType field : entity.type().fields()) {
            var found = entity.find(field);
            if (found.isEmpty() || found.get().isBlank()) {
                mandatory(entity, field, found.isPresent());
            } else {
                value(entity, field, found.get());
            }
        }
    }

    /** Decision 17; what the schema itself refuses is not told twice. */
    private void mandatory(Entity entity, FieldType field, boolean present) {
        boolean schemaTells = present ? field.minLength() > 0 : field.schemaMin() == 1;
        boolean stands =
                present && (field.fixed().isPresent() || field.fallback().isPresent());
        if (field.duty() == Duty.MANDATORY && !schemaTells && !stands && field.kind() != FieldType.Kind.ANY) {
            checks.add(ContentCode.MANDATORY_BUT_EMPTY, entity, field.name());
        }
    }

    private void value(Entity entity, FieldType field, String value) {
        field.codes().ifPresent(codes -> {
            boolean failure = field.name().equals("returnStatus") && value.startsWith("-");
            if (!codes.contains(value) && !failure && !field.name().equals("appType")) {
                checks.add(ContentCode.NOT_IN_CODE_TABLE, entity, field.name(), Map.of("table", codes.name()));
            }
        });
        field.datePattern().ifPresent(pattern -> {
            if (!CheckDigits.isDate(value, pattern)) {
                checks.add(ContentCode.NOT_A_DATE, entity, field.name(), Map.of("pattern", pattern));
            }
        });
        switch (field.name()) {
            case "guid" -> guid(entity, value);
            case "buyerIdNumber", "payerIdNumber" -> {
                if (!CheckDigits.isIdNumber(value)) {
                    checks.add(ContentCode.ID_NUMBER_WRONG, entity, field.name());
                }
            }
            default -> {
                if (ENTERPRISES.contains(field.name()) && !isEnterprise(field.name(), value)) {
                    checks.add(ContentCode.ENTERPRISE_CODE_WRONG, entity, field.name());
                }
            }
        }
    }

    /** On export a platform abroad without a code is written 无. */
    private static boolean isEnterprise(String field, String value) {
        return CheckDigits.isEnterpriseCode(value) || (field.equals("ebpCode") && value.equals("无"));
    }

    /** Receipts of customs carry small letters as well, so only declarations are held to capitals. */
    private void guid(Entity entity, String value) {
        for (int i = 0; i < value.length(); i++) {
            char c = value.charAt(i);
            boolean hyphen = i == 8 || i == 13 || i == 18 || i == 23;
            boolean fine = hyphen ? c == '-' : (c >= '0' && c <= '9') || (c >= 'A' && c <= 'F');
            if (!fine && entity.type().find("returnStatus").isEmpty()) {
                checks.add(ContentCode.GUID_FORM, entity, "guid");
                return;
            }
        }
    }
}
