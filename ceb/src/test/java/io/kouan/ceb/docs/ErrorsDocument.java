package io.kouan.ceb.docs;

import io.kouan.ceb.finding.FindingText;
import io.kouan.ceb.finding.FindingText.Category;
import io.kouan.ceb.finding.FindingTexts;
import io.kouan.ceb.finding.Layer;
import io.kouan.ceb.finding.ReceiptCodes;
import io.kouan.ceb.finding.ReceiptText;
import io.kouan.ceb.finding.ReceiptText.Family;
import io.kouan.ceb.finding.Severity;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The text of {@code docs/errors.md}: every finding of ours and every code of a receipt, made from the specification's data. */
final class ErrorsDocument {

    private final StringBuilder out = new StringBuilder(256 * 1024);

    static String text() {
        var document = new ErrorsDocument();
        document.intro();
        for (Layer layer : Layer.values()) {
            document.findings(layer);
        }
        for (Family family : Family.values()) {
            document.receipts(family);
        }
        return document.out.toString();
    }

    private void intro() {
        out.append("""
                # 代码释义 · Codes

                由规范数据生成，请勿手改：`spec/src/main/resources/kouan/findings/`、`receipts/`、`codes/`。
                Generated from the specification's data; do not edit. To make it anew:

                ```
                mvn -q -pl spec,ceb -am test -Dtest=ErrorsDocumentTest -Dkouan.write -Dsurefire.failIfNoSpecifiedTests=false
                ```

                编号不变义、不复用；`{…}` 处是报文里的值，个人信息会掩码。
                A number never changes its meaning and is never used again; `{…}` stands for a value of the message, personal data masked.

                """);
        contents();
    }

    private void contents() {
        for (Layer layer : Layer.values()) {
            entry(title(layer));
        }
        for (Family family : Family.values()) {
            entry(title(family));
        }
        out.append('\n');
    }

    private void entry(String title) {
        var anchor = title.toLowerCase(java.util.Locale.ROOT)
                .replaceAll("[^\\p{IsHan}\\p{Alnum} -]", "")
                .replace(' ', '-');
        out.append("- [").append(title).append("](#").append(anchor).append(")\n");
    }

    private void findings(Layer layer) {
        out.append("## ").append(title(layer)).append("\n\n");
        FindingTexts.all().stream().filter(text -> text.layer() == layer).forEach(this::finding);
    }

    private void finding(FindingText text) {
        out.append("### ").append(text.code()).append(" ").append(text.name()).append("\n\n");
        out.append(words(text.zh())).append("  \n").append(words(text.en())).append("\n\n");
        var facts = Stream.of(
                        text.severity() == Severity.WARNING ? "警告 warning" : "",
                        category(text.category()),
                        text.rule(),
                        escaped(text.source()),
                        text.receipt()
                                .map(receipt -> "回执 receipt `" + receipt.status()
                                        + receipt.code()
                                                .map(code -> " [Code:" + code + ";Desc:" + receipt.desc() + "]")
                                                .orElse(" " + receipt.desc())
                                        + "`")
                                .orElse(""),
                        text.dxp().map(code -> "DXP " + code).orElse(""))
                .filter(fact -> !fact.isBlank())
                .collect(Collectors.joining(" · "));
        out.append(facts).append("\n\n");
    }

    private static String words(FindingText.Words words) {
        return "**" + escaped(words.what()) + "** " + escaped(words.why()) + " → " + escaped(words.cure());
    }

    private void receipts(Family family) {
        var texts = ReceiptCodes.all().stream()
                .filter(text -> text.family() == family)
                .toList();
        out.append("## ")
                .append(title(family))
                .append("\n\n")
                .append(lead(family))
                .append("\n\n");
        out.append("| 代码 code | 文字 text | 原因 cause | 处理 cure | 字段 fields |\n");
        out.append("| --- | --- | --- | --- | --- |\n");
        texts.forEach(this::row);
        out.append('\n');
    }

    private void row(ReceiptText text) {
        var status = text.returnStatus().isEmpty() || text.returnStatus().equals(text.code())
                ? ""
                : "<br>(" + escaped(text.returnStatus()) + ")";
        cells(List.of(
                "`" + text.code() + "`" + status,
                both(text.zh().text(), text.en().text()),
                both(text.zh().cause(), text.en().cause()),
                both(text.zh().cure(), text.en().cure()),
                text.fields().stream().map(field -> "`" + field + "`").collect(Collectors.joining("<br>"))));
    }

    private void cells(List<String> cells) {
        out.append("| ").append(String.join(" | ", cells)).append(" |\n");
    }

    private static String both(String zh, String en) {
        return zh.isBlank() ? escaped(en) : escaped(zh) + "<br>" + escaped(en);
    }

    /** What Markdown would take for markup. */
    private static String escaped(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace("|", "\\|")
                .replace("*", "\\*")
                .replace("_", "\\_")
                .replace("[", "\\[");
    }

    private static String category(Category category) {
        return switch (category) {
            case YOURS -> "";
            case OURS -> "由我方处理 ours to mend";
            case THEIRS -> "由第三方处理 for a third party";
            case TRY_LATER -> "稍后重试 try later";
        };
    }

    private static String title(Layer layer) {
        return switch (layer) {
            case XML -> "无法读取的内容 Unreadable content";
            case SYNTAX -> "格式 Schema";
            case BUSINESS -> "内容与规则 Content and rules";
            case SIGNATURE -> "签名 Signature";
            case ENVELOPE -> "信封 Envelope";
            case EXCHANGE -> "入口 The door";
            case CUSTOMS -> "海关判定 Judgement of customs";
        };
    }

    private static String title(Family family) {
        return switch (family) {
            case STATUS -> "回执状态 Status of a receipt";
            case CUSTOMS -> "海关代码 Codes of customs";
            case PROCESSING -> "处理异常代码 Processing failures";
            case NETWORK -> "交换网络代码 Codes of the exchange network";
            case SANDBOX -> "沙箱代码 Codes of the sandbox";
        };
    }

    private static String lead(Family family) {
        return switch (family) {
            case STATUS -> "`returnStatus`：单证走到哪一步。 How far the document is.";
            case CUSTOMS ->
                "`returnInfo` 里的 `[Code:…;Desc:…]`；括号内为所属状态。 Inside `returnInfo`; the status it comes with in brackets.";
            case PROCESSING ->
                "负数的 `returnStatus`；文字里的 `[*]` 由电子口岸填写。 A negative `returnStatus`; the E-port fills in each `[*]`.";
            case NETWORK -> "信封的应答 DxpRep 中的代码。 In the network's answer to an envelope.";
            case SANDBOX ->
                "90000—90999 是本项目沙箱自定的代码，不代表海关；真实代码公布后会替换。"
                        + " Ours, where the real code is not known; no claim about customs, replaced when it becomes known.";
        };
    }
}
