package io.kouan.platform.servicedesk;

import io.kouan.platform.forms.definition.FormCatalogue;
import io.kouan.platform.forms.page.Tongue;
import io.kouan.platform.identity.Captchas;
import io.kouan.platform.identity.Captchas.Captcha;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Map;
import java.util.Optional;
import org.springframework.security.web.csrf.CsrfToken;
import org.springframework.stereotype.Component;

/** What the login box of this realm says and asks. */
@Component
class DeskBox {

    private static final Map<String, String> WHY = Map.of(
            "failed", "ERR_LOGIN",
            "unread", "ERR_CAPTCHA",
            "pending", "ERR_ACCOUNT_PENDING",
            "disabled", "ERR_ACCOUNT_DISABLED",
            "locked", "ERR_ACCOUNT_LOCKED");

    private final FormCatalogue catalogue;
    private final Captchas captchas;

    DeskBox(FormCatalogue catalogue, Captchas captchas) {
        this.catalogue = catalogue;
        this.captchas = captchas;
    }

    /**
     * The box.
     *
     * @param message id of what went wrong; empty where nothing did
     * @param elsewhere whether the Single Window asks for more than this realm's password
     */
    public record View(String message, String text, Optional<Captcha> captcha, boolean elsewhere) {}

    static String why(String message) {
        return WHY.entrySet().stream()
                .filter(known -> known.getValue().equals(message))
                .map(Map.Entry::getKey)
                .findFirst()
                .orElse("elsewhere");
    }

    /**
     * Makes the token against forged forms before the page is written: a long page is on its way before its form is reached, and then
     * no cookie can be set any more.
     */
    static void ready(HttpServletRequest request) {
        if (request.getAttribute(CsrfToken.class.getName()) instanceof CsrfToken token) {
            token.getToken();
        }
    }

    View after(Map<String, String> parameters) {
        var message = WHY.entrySet().stream()
                .filter(why -> parameters.containsKey(why.getKey()))
                .map(Map.Entry::getValue)
                .findFirst()
                .orElse("");
        var minutes = parameters.getOrDefault("locked", "");
        var text = message.isEmpty()
                ? ""
                : catalogue
                        .message(message)
                        .in(Tongue.now())
                        .replace("{minutes}", minutes.matches("[0-9]{1,3}") ? minutes : "30");
        boolean asked = parameters.containsKey("captcha") || message.equals("ERR_CAPTCHA");
        return new View(
                message,
                text,
                asked ? Optional.of(captchas.ask()) : Optional.empty(),
                parameters.containsKey("elsewhere"));
    }
}
