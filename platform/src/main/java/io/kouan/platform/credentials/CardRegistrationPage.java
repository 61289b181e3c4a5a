package io.kouan.platform.credentials;

import io.kouan.ceb.certificate.EnterpriseCertificate;
import io.kouan.ceb.message.Bytes;
import io.kouan.ceb.signature.CardAnswer;
import io.kouan.platform.accounts.BrowserPolicy;
import io.kouan.platform.identity.RegistrationCard;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.security.cert.CertificateEncodingException;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/**
 * The page of the registration on which a user with a card (有卡用户) shows it: read through the agent on the user's own machine like at
 * the sign-in, or carried by hand. The serial number is the certificate's, never typed.
 */
@Controller
@RequestMapping("/register/card")
class CardRegistrationPage {

    private final CardProof proof;
    private final BroughtCards brought;
    private final CardTexts texts;
    private final String agent;

    CardRegistrationPage(
            CardProof proof,
            BroughtCards brought,
            CardTexts texts,
            @Value("${kouan.card-agent:http://127.0.0.1:61233}") String agent) {
        this.proof = proof;
        this.brought = brought;
        this.texts = texts;
        this.agent = agent;
    }

    @GetMapping
    String show(HttpServletResponse response, Model page) {
        response.setHeader("Content-Security-Policy", BrowserPolicy.connectingTo(agent));
        page.addAttribute("agent", agent);
        page.addAttribute("unreadable", texts.of("ERR_CARD_UNREADABLE"));
        page.addAttribute("pinWrong", texts.of("ERR_CARD_PIN"));
        page.addAttribute("registering", true);
        return "card-signin";
    }

    @PostMapping
    String read(@RequestParam(defaultValue = "") String answer, HttpServletRequest request, RedirectAttributes next)
            throws CertificateEncodingException {
        var session = request.getSession();
        var parsed = CardAnswer.parse(answer);
        var refusal = parsed.map(given -> proof.refusal(given, session.getId())
                        .or(() -> brought.refusal(given.certificate()))
                        .orElse(""))
                .orElse("ERR_CARD_UNREADABLE");
        if (!refusal.isEmpty()) {
            next.addFlashAttribute("refusal", texts.of(refusal));
            return "redirect:/register/card";
        }
        var certificate = parsed.orElseThrow().certificate();
        RegistrationCard.of(new EnterpriseCertificate(certificate).serial(), Bytes.of(certificate.getEncoded()))
                .keep(session);
        return "redirect:/register/enterprise";
    }
}
