package io.kouan.ceb.lint;

import io.kouan.ceb.catalogue.MessageType;
import io.kouan.ceb.finding.Finding;
import io.kouan.ceb.finding.Place;
import io.kouan.ceb.message.Bytes;
import io.kouan.ceb.message.CebMessage;
import io.kouan.ceb.message.Document;
import io.kouan.ceb.message.Limits;
import io.kouan.ceb.message.MessageReader;
import io.kouan.ceb.message.Reading;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;

/**
 * Checks one message by itself (报文预检): the schema, code tables, dates, check digits, and the rules that need no other document.
 * All findings at once, in document order, bounded. Says nothing about the signature and nothing about other documents.
 */
public final class Linter {

    private static final Linter STANDARD = new Linter(Limits.STANDARD);
    private static final Comparator<Finding> BY_PLACE = Comparator.<Finding>comparingInt(
                    finding -> finding.place().line())
            .thenComparingInt(finding -> finding.place().column());

    private final Limits limits;
    private final MessageReader reader;

    private Linter(Limits limits) {
        this.limits = limits;
        this.reader = new MessageReader(limits);
    }

    /** The rules of the edition of 2022-05, at the port that this program works for. */
    public static Linter standard() {
        return STANDARD;
    }

    /** Reads and checks a message without envelope. */
    public LintReport lint(Bytes message) {
        return switch (reader.read(message)) {
            case Reading.Unreadable bad -> new LintReport(bad, bad.findings());
            case Reading.Read read -> {
                var all = new ArrayList<>(read.findings());
                all.addAll(check(read.message()));
                all.sort(BY_PLACE);
                yield new LintReport(read, all.subList(0, Math.min(all.size(), limits.maxFindings())));
            }
        };
    }

    /** What the schema lets pass and the specification's text or the rules do not. */
    public List<Finding> check(CebMessage message) {
        var checks = new Checks();
        var content = new ContentChecks(checks);
        for (Document document : message.documents()) {
            content.document(message.type(), document);
            rules(checks, message.type(), document);
        }
        message.transfer().ifPresent(content::entity);
        message.subscriptions().forEach(content::entity);
        twice(checks, message);
        return checks.findings();
    }

    /** As {@link #check(CebMessage)}, for one document: what the judge asks. */
    public List<Finding> check(MessageType type, Document document) {
        var checks = new Checks();
        new ContentChecks(checks).document(type, document);
        rules(checks, type, document);
        return checks.findings();
    }

    private static void rules(Checks checks, MessageType type, Document document) {
        switch (type.id()) {
            case "CEB311" -> new OrderRules(checks).order(document);
            case "CEB411" -> new OrderRules(checks).payment(document);
            case "CEB511" -> new OrderRules(checks).waybill(document);
            case "CEB621" -> new InventoryRules(checks).inventory(document);
            case "CEB625" -> new AfterwardsRules(checks).importReturn(document);
            case "CEB603" -> new ExportRules(checks).inventory(document);
            case "CEB213" -> new AfterwardsRules(checks).exportReturn(document);
            case "CEB507", "CEB509", "CEB607" -> new AfterwardsRules(checks).part(document);
            case "CEB701" -> new AfterwardsRules(checks).summary(document);
            default -> {} // the other documents have no rules of their own yet
        }
    }

    /** inside one message: the second one is the one that is wrong. */
    private static void twice(Checks checks, CebMessage message) {
        var guids = new HashSet<String>();
        var keys = new HashSet<String>();
        for (Document document : message.documents()) {
            var head = document.head();
            if (!guids.add(head.text("guid"))) {
                checks.add(ContentCode.GUID_TWICE, head, "guid");
            }
            var key = message.type().uniqueKey();
            if (!key.isEmpty() && !keys.add(document.key(key))) {
                Place place = head.place(key.getLast());
                checks.findings()
                        .add(new Finding(
                                ContentCode.KEY_TWICE,
                                place,
                                Map.of("fields", String.join("+", key), "key", document.key(key))));
            }
        }
    }
}
