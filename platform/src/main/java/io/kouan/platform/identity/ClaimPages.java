package io.kouan.platform.identity;

import io.kouan.platform.accounts.Actor;
import io.kouan.platform.accounts.CustomsCodeClaims;
import io.kouan.platform.accounts.Requires;
import io.kouan.platform.accounts.Right;
import io.kouan.platform.files.Downloads;
import io.kouan.platform.files.Uploads;
import java.util.List;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The officer's list of customs codes that nobody has confirmed (海关编码核验), with 核验通过 and 核验不通过. */
@Controller
@Requires(function = "customs_code_verification", right = Right.READ)
@RequestMapping("/claims")
class ClaimPages {

    private static final int LEAST_REASON = 5;
    private static final int MOST_REASON = 500;

    private final CustomsCodeClaims onFile;
    private final Claims claims;
    private final Uploads uploads;

    ClaimPages(CustomsCodeClaims onFile, Claims claims, Uploads uploads) {
        this.onFile = onFile;
        this.claims = claims;
        this.uploads = uploads;
    }

    @GetMapping
    String list(Model model) {
        model.addAttribute("claims", onFile.open());
        return "claims";
    }

    @GetMapping("/{enterprise:\\d{1,18}}")
    String show(@PathVariable long enterprise, Model model) {
        model.addAttribute("claim", claim(enterprise));
        return "claim";
    }

    @GetMapping("/{enterprise:\\d{1,18}}/proof")
    ResponseEntity<byte[]> proof(@PathVariable long enterprise) {
        var id = claim(enterprise).proof().orElseThrow(ClaimPages::unknown);
        var file = uploads.find(List.of(id)).stream().findFirst().orElseThrow(ClaimPages::unknown);
        return Downloads.of(file, uploads.content(id).orElseThrow(ClaimPages::unknown));
    }

    @PostMapping("/{enterprise:\\d{1,18}}/pass")
    @Requires(function = "customs_code_verification", right = Right.DECIDE)
    String pass(
            Actor officer,
            @PathVariable long enterprise,
            @RequestParam(name = "customs_code", defaultValue = "") String code,
            RedirectAttributes next) {
        return judge(enterprise, code, true, "", officer, next);
    }

    @PostMapping("/{enterprise:\\d{1,18}}/refuse")
    @Requires(function = "customs_code_verification", right = Right.DECIDE)
    String refuse(
            Actor officer,
            @PathVariable long enterprise,
            @RequestParam(name = "customs_code", defaultValue = "") String code,
            @RequestParam(defaultValue = "") String reason,
            Model model,
            RedirectAttributes next) {
        var text = reason.strip();
        if (text.length() < LEAST_REASON || text.length() > MOST_REASON) {
            model.addAttribute("claim", claim(enterprise));
            model.addAttribute("reason", reason);
            model.addAttribute("reasonless", true);
            return "claim";
        }
        return judge(enterprise, code, false, text, officer, next);
    }

    private String judge(
            long enterprise, String code, boolean passed, String reason, Actor officer, RedirectAttributes next) {
        boolean done = claims.judge(enterprise, code, passed, reason, officer);
        next.addFlashAttribute("outcome", done ? (passed ? "passed" : "refused") : "conflict");
        return "redirect:/claims";
    }

    private CustomsCodeClaims.Claim claim(long enterprise) {
        return onFile.of(enterprise)
                .filter(claim -> claim.verifiedAt().isEmpty())
                .orElseThrow(ClaimPages::unknown);
    }

    private static ResponseStatusException unknown() {
        return new ResponseStatusException(HttpStatus.NOT_FOUND);
    }
}
