package io.kouan.platform.documents;

import io.kouan.platform.port.PortTime;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.format.DateTimeFormatter;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** 文档核验: whether a paper was printed here, for whom and when. Open to everybody who holds the paper. */
@Controller
class VerificationPage {

    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss").withZone(PortTime.ZONE);
    private static final int MOST_TYPED = 40;

    private final PrintedDocuments register;
    private final VerificationFailures failures;

    VerificationPage(PrintedDocuments register, VerificationFailures failures) {
        this.register = register;
        this.failures = failures;
    }

    @GetMapping("/verify")
    String show(
            @RequestParam(defaultValue = "") String code,
            Model page,
            HttpServletRequest request,
            HttpServletResponse response) {
        var typed = code.length() > MOST_TYPED ? code.substring(0, MOST_TYPED) : code.strip();
        page.addAttribute("typed", typed);
        if (typed.isEmpty()) {
            return "verify";
        }
        if (failures.areTooMany(request.getRemoteAddr())) {
            response.setStatus(HttpStatus.TOO_MANY_REQUESTS.value());
            page.addAttribute("result", "wait");
            return "verify";
        }
        var found = register.find(typed);
        if (found.isEmpty()) {
            failures.add(request.getRemoteAddr());
        }
        page.addAttribute("result", found.isPresent() ? "known" : "unknown");
        found.ifPresent(print -> {
            page.addAttribute("print", print);
            page.addAttribute("printCode", new CheckCode(print.code()).spaced());
            page.addAttribute("printedAt", TIME.format(print.printedAt()));
        });
        return "verify";
    }
}
