package io.kouan.ceb.finding;

import io.kouan.ceb.finding.ReceiptText.Family;
import io.kouan.ceb.finding.ReceiptText.Words;
import io.kouan.ceb.spec.BadSpecification;
import io.kouan.ceb.spec.SpecFile;
import io.kouan.ceb.spec.SpecNode;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Every code that a receipt can carry (receipts.md, rules 21), with cause, fields and cure in both languages, read from
 * {@code receipts/*.yaml}. Our sandbox's own numbers come from the findings that carry them.
 */
public final class ReceiptCodes {

    private static final Pattern SANDBOX = Pattern.compile("-?90[0-9]{3}");
    private static final Pattern PLACE_HOLDER = Pattern.compile("\\{\\w+}");
    /** {@code [Code:1332;Desc:…]} as customs writes it, {@code 22001:…} as port systems do. */
    private static final Pattern IN_TEXT = Pattern.compile(
            "\\[code:\\s*([0-9]{3,6})\\s*;|(?:^|[\\s\\[,，])(22[0-9]{3})\\s*[:：]", Pattern.CASE_INSENSITIVE);

    private static final ReceiptBlocks BLOCKS = ReceiptBlocks.of(new SpecFile("receipts/blocks.yaml"));
    private static final Map<String, ReceiptText> ALL = load();

    private ReceiptCodes() {}

    /** Every code that is listed by itself, in the order of the files. */
    public static Collection<ReceiptText> all() {
        return ALL.values();
    }

    /** What is known about a code; for an export code that was never published by itself, what its block says. */
    public static Optional<ReceiptText> find(String code) {
        return Optional.ofNullable(ALL.get(code)).or(() -> BLOCKS.find(code));
    }

    /**
     * Everything that one record of a receipt says, the most telling first: the codes in its text, then its status.
     *
     * @param returnInfo the record's text; empty where it has none
     */
    public static List<ReceiptText> explain(String returnStatus, String returnInfo) {
        var texts = new ArrayList<ReceiptText>();
        for (String code : codesIn(returnInfo)) {
            find(code).ifPresent(texts::add);
        }
        var status = returnStatus.startsWith("-") ? find(returnStatus).or(() -> find("<0")) : find(returnStatus);
        status.filter(text -> !texts.contains(text)).ifPresent(texts::add);
        return List.copyOf(texts);
    }

    /** The codes that a text names, each once, in their order. */
    public static List<String> codesIn(String returnInfo) {
        var codes = new LinkedHashSet<String>();
        var matcher = IN_TEXT.matcher(returnInfo);
        while (matcher.find()) {
            codes.add(Optional.ofNullable(matcher.group(1)).orElseGet(() -> matcher.group(2)));
        }
        return List.copyOf(codes);
    }

    private static Map<String, ReceiptText> load() {
        var all = new LinkedHashMap<String, ReceiptText>();
        for (SpecNode file : new SpecFile("receipts/index.yaml").yaml().list("files")) {
            for (ReceiptText text : ReceiptFile.read(new SpecFile("receipts/" + file.text()))) {
                if (all.put(text.code(), text) != null) {
                    throw new BadSpecification(file.where(), text.code() + " stands twice");
                }
            }
        }
        for (FindingText finding : FindingTexts.all()) {
            finding.receipt()
                    .ifPresent(receipt -> Stream.concat(Stream.of(receipt.status()), receipt.code().stream())
                            .filter(code -> SANDBOX.matcher(code).matches())
                            .forEach(code -> all.putIfAbsent(code, sandbox(code, receipt, finding))));
        }
        return Collections.unmodifiableMap(all);
    }

    private static ReceiptText sandbox(String code, FindingText.ReceiptCode receipt, FindingText finding) {
        return new ReceiptText(
                code,
                Family.SANDBOX,
                receipt.status(),
                finding.category(),
                List.of(),
                words(receipt.desc(), finding.zh()),
                words(finding.en().what(), finding.en()));
    }

    /** Without a message there are no values to fill in. */
    private static Words words(String text, FindingText.Words words) {
        return new Words(open(text), open(words.why()), open(words.cure()));
    }

    private static String open(String text) {
        return PLACE_HOLDER.matcher(text).replaceAll("…");
    }
}
