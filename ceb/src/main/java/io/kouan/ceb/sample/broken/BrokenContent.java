package io.kouan.ceb.sample.broken;

import io.kouan.ceb.lint.ContentCode;
import io.kouan.ceb.message.Bytes;
import io.kouan.ceb.message.Document;
import io.kouan.ceb.message.Entity;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.Supplier;

/** Signed messages with a value that the schema lets pass and the specification does not (CEB-3001 and on). */
final class BrokenContent {

    private final Material material;

    BrokenContent(Material material) {
        this.material = material;
    }

    void into(Map<String, Supplier<Bytes>> all) {
        head(all, ContentCode.NOT_IN_CODE_TABLE, "CEB311", head -> head.edit().set("buyerIdType", "7"));
        head(all, ContentCode.NOT_A_DATE, "CEB311", head -> head.edit().set("appTime", "20261332250000"));
        head(all, ContentCode.MANDATORY_BUT_EMPTY, "CEB511", head -> head.edit().drop("freight"));
        head(
                all,
                ContentCode.GUID_FORM,
                "CEB311",
                head -> head.edit().set("guid", head.text("guid").replace('-', '0')));
        BrokenSamples.put(all, ContentCode.GUID_TWICE, _ -> twice(ContentCode.GUID_TWICE, true));
        BrokenSamples.put(all, ContentCode.KEY_TWICE, _ -> twice(ContentCode.KEY_TWICE, false));
        head(
                all,
                ContentCode.ID_NUMBER_WRONG,
                "CEB311",
                head -> head.edit().set("buyerIdNumber", otherEnd(head.text("buyerIdNumber"))));
        head(
                all,
                ContentCode.ENTERPRISE_CODE_WRONG,
                "CEB311",
                head -> head.edit().set("ebcCode", "91440400MAKN00012D"));
        operations(all);
    }

    private void operations(Map<String, Supplier<Bytes>> all) {
        operation(all, ContentCode.NO_SUCH_ORDER_OPERATION, "CEB311", "9");
        operation(all, ContentCode.NO_SUCH_PAYMENT_OPERATION, "CEB411", "9");
        operation(all, ContentCode.NO_SUCH_WAYBILL_OPERATION, "CEB511", "9");
        operation(all, ContentCode.NO_SUCH_STATUS_OPERATION, "CEB513", "9");
        operation(all, ContentCode.NO_SUCH_INVENTORY_OPERATION, "CEB621", "9");
        operation(all, ContentCode.NO_SUCH_CANCELLATION_OPERATION, "CEB623", "2");
        operation(all, ContentCode.NO_SUCH_OPERATION, "CEB607", "9");
    }

    private void operation(Map<String, Supplier<Bytes>> all, ContentCode code, String type, String appType) {
        BrokenSamples.put(
                all,
                code,
                _ -> material.any(code, type)
                        .head(head -> head.edit().set("appType", appType))
                        .signed());
    }

    private void head(
            Map<String, Supplier<Bytes>> all, ContentCode code, String type, Function<Entity, Entity.Builder> edit) {
        BrokenSamples.put(all, code, _ -> material.direct(code, type).head(edit).signed());
    }

    /** Two orders that share their guid, or their number. */
    private Bytes twice(ContentCode code, boolean guid) {
        var draft = material.direct(code, "CEB311");
        var other = material.further(code, "CEB311", 999).document();
        var first = draft.document();
        var second = guid
                ? new Document(
                        other.head()
                                .edit()
                                .set("guid", first.head().text("guid"))
                                .build(),
                        other.lines())
                : new Document(
                        first.head()
                                .edit()
                                .set("guid", other.head().text("guid"))
                                .build(),
                        first.lines());
        return draft.with(List.of(first, second)).signed();
    }

    private static String otherEnd(String number) {
        return number.substring(0, number.length() - 1) + (number.endsWith("0") ? "1" : "0");
    }
}
