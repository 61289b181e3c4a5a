package io.kouan.platform.portal;

import io.kouan.ceb.finding.FindingText;
import io.kouan.ceb.finding.FindingTexts;
import io.kouan.ceb.finding.Layer;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;

/** What each code means (代码释义): findings of ours and codes in receipts, with cause and cure, searchable. */
@Controller
class ErrorReferencePage {

    @GetMapping("/docs/errors")
    String show(
            @RequestParam(defaultValue = "") String q,
            @RequestHeader(name = "HX-Request", required = false) boolean part,
            Model page) {
        var wanted = q.strip().toLowerCase(Locale.ROOT);
        page.addAttribute("q", q.strip());
        page.addAttribute("layers", findings(wanted));
        page.addAttribute("receipts", codes(wanted));
        return part ? "errors :: results" : "errors";
    }

    private static Map<Layer, List<FindingCodeView>> findings(String wanted) {
        var language = PageFrame.language();
        return FindingTexts.all().stream()
                .filter(text -> matches(text, wanted))
                .collect(Collectors.groupingBy(
                        FindingText::layer,
                        TreeMap::new,
                        Collectors.mapping(text -> FindingCodeView.of(text, language), Collectors.toList())));
    }

    private static List<CodeView> codes(String wanted) {
        return CodeView.all(PageFrame.language()).stream()
                .filter(code -> wanted.isEmpty()
                        || String.join(" ", code.code(), code.text(), code.cause(), code.cure())
                                .concat(String.join(" ", code.fields()))
                                .toLowerCase(Locale.ROOT)
                                .contains(wanted))
                .toList();
    }

    private static boolean matches(FindingText text, String wanted) {
        var receipt = text.receipt()
                .map(it -> it.status() + " " + it.code().orElse("") + " " + it.desc())
                .orElse("");
        return wanted.isEmpty()
                || Stream.of(
                                text.code(),
                                text.name().replace('_', ' '),
                                text.rule(),
                                receipt,
                                text.zh().what() + text.zh().why() + text.zh().cure(),
                                text.en().what() + " " + text.en().why() + " "
                                        + text.en().cure())
                        .anyMatch(part -> part.toLowerCase(Locale.ROOT).contains(wanted));
    }
}
