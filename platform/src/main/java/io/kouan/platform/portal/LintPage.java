package io.kouan.platform.portal;

import io.kouan.ceb.finding.Finding;
import io.kouan.ceb.message.Bytes;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.server.ResponseStatusException;

/**
 * The desk where anybody has a message checked (报文检验): findings at their lines, the signature explained. Nothing is stored, and
 * nobody has to sign in.
 */
@Controller
class LintPage {

    private static final int MOST_BYTES = 2 * 1024 * 1024;

    private final Checking checking;

    LintPage(Checking checking) {
        this.checking = checking;
    }

    @GetMapping("/lint")
    String show(Model page) {
        page.addAttribute("text", "");
        page.addAttribute("checked", false);
        return "lint";
    }

    @PostMapping("/lint")
    String check(
            @RequestParam(defaultValue = "") String text,
            @RequestParam(required = false) @Nullable MultipartFile file,
            @RequestHeader(name = "HX-Request", required = false) boolean part,
            Model page)
            throws IOException {
        var upload = Optional.ofNullable(file).filter(given -> !given.isEmpty());
        boolean uploaded = upload.isPresent();
        var bytes = uploaded ? Bytes.of(upload.get().getBytes()) : Bytes.utf8(text);
        if (bytes.size() > MOST_BYTES) {
            throw new ResponseStatusException(HttpStatus.CONTENT_TOO_LARGE);
        }
        page.addAttribute("text", uploaded ? "" : text);
        page.addAttribute("checked", true);
        page.addAttribute("empty", bytes.size() == 0 || (text.isBlank() && !uploaded));
        fill(bytes, upload.map(MultipartFile::getOriginalFilename).orElse(""), page);
        return part ? "lint :: result" : "lint";
    }

    private void fill(Bytes bytes, String name, Model page) {
        var language = PageFrame.language();
        var inspection = Inspection.of(bytes);
        List<Finding> findings = new ArrayList<>(checking.findings(inspection));
        page.addAttribute("name", name);
        page.addAttribute("size", Shown.size(bytes.size()));
        page.addAttribute(
                "type",
                inspection
                        .read()
                        .map(it -> TypeView.of(it.message().type(), language))
                        .orElse(null));
        page.addAttribute(
                "documents",
                inspection.read().map(it -> it.message().documents().size()).orElse(0));
        page.addAttribute("enveloped", inspection.envelope().isPresent());
        page.addAttribute("errors", findings.stream().filter(Finding::isError).count());
        page.addAttribute(
                "warnings",
                findings.stream().filter(finding -> !finding.isError()).count());
        page.addAttribute("signature", checking.signature(inspection, language).orElse(null));
        page.addAttribute("panel", XmlPanel.of(inspection.message(), findings, false, 1, language));
    }
}
