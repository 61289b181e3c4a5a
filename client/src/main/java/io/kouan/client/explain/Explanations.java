package io.kouan.client.explain;

import io.kouan.ceb.envelope.DxpReply;
import io.kouan.ceb.finding.FindingText;
import io.kouan.ceb.finding.FindingTexts;
import io.kouan.ceb.finding.Language;
import io.kouan.ceb.finding.ReceiptCodes;
import io.kouan.ceb.finding.ReceiptText;
import io.kouan.ceb.message.Document;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/** Brings together what is known about the codes of receipts and about our own findings. */
final class Explanations {

    private static final Pattern OUR_CODE = Pattern.compile("(?:CEB|EX|CUS)-[0-9]{4}");
    private static final Pattern PLACE_HOLDER = Pattern.compile("\\{\\w+}");

    private Explanations() {}

    /** A code, whoever wrote it. */
    static Optional<Explanation> of(String code) {
        var ours = finding(code.toUpperCase(Locale.ROOT));
        return ours.isPresent() ? ours : ReceiptCodes.find(code).map(Explanations::receipt);
    }

    /** Everything that one record of a receipt says, the most telling first. */
    static List<Explanation> of(Document record) {
        var info = record.head().find("returnInfo").orElse("");
        var all = new ArrayList<Explanation>();
        var matcher = OUR_CODE.matcher(info);
        while (matcher.find()) {
            finding(matcher.group()).filter(one -> !all.contains(one)).ifPresent(all::add);
        }
        ReceiptCodes.explain(record.head().find("returnStatus").orElse(""), info).stream()
                .map(Explanations::receipt)
                .forEach(all::add);
        return all;
    }

    static List<Explanation> of(DxpReply.Response response) {
        return ReceiptCodes.find(response.code()).map(Explanations::receipt).stream()
                .toList();
    }

    private static Optional<Explanation> finding(String code) {
        return FindingTexts.all().stream()
                .filter(text -> text.code().equals(code))
                .findFirst()
                .map(text -> new Explanation(
                        text.code(), text.layer().name(), text.rule(), List.of(), open(text.zh()), open(text.en())));
    }

    private static Explanation receipt(ReceiptText text) {
        return new Explanation(
                text.code(),
                text.family().name(),
                "",
                text.fields(),
                words(text.in(Language.ZH)),
                words(text.in(Language.EN)));
    }

    private static Explanation.Words words(ReceiptText.Words words) {
        return new Explanation.Words(words.text(), words.cause(), words.cure());
    }

    /** Without a message there are no values to fill in. */
    private static Explanation.Words open(FindingText.Words words) {
        return new Explanation.Words(open(words.what()), open(words.why()), open(words.cure()));
    }

    private static String open(String text) {
        return PLACE_HOLDER.matcher(text).replaceAll("…");
    }
}
