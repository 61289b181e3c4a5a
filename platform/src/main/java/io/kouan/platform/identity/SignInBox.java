package io.kouan.platform.identity;

import io.kouan.ceb.finding.Language;
import io.kouan.platform.forms.definition.FormCatalogue;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Component;

/** What the login box (登录框) says and asks: template fragment {@code signin-box :: box}, which also works without any of this. */
@Component
public class SignInBox {

    /** Why the box is shown again, by the parameter that says so. */
    private static final List<Map.Entry<String, String>> WHY = List.of(
            Map.entry("failed", "ERR_LOGIN"),
            Map.entry("locked", "ERR_ACCOUNT_LOCKED"),
            Map.entry("unread", "ERR_CAPTCHA"),
            Map.entry("disabled", "ERR_ACCOUNT_DISABLED"),
            Map.entry("expired", "ERR_SESSION"));

    private final FormCatalogue catalogue;
    private final Captchas captchas;
    private final SecondFactor second;

    SignInBox(FormCatalogue catalogue, Captchas captchas, SecondFactor second) {
        this.catalogue = catalogue;
        this.captchas = captchas;
        this.second = second;
    }

    /**
     * The box as a page shows it.
     *
     * @param message id of what went wrong, empty where nothing did
     * @param text the same for people
     * @param captcha the picture to be read, where one is asked for
     * @param passwordAlone whether staff get in without a second factor, which is said
     */
    public record View(
            String message, String text, Optional<Captchas.Captcha> captcha, String notice, boolean passwordAlone) {}

    /** The box after an attempt that led back to it. */
    public View after(Map<String, String> parameters) {
        var message = WHY.stream()
                .filter(why -> parameters.containsKey(why.getKey()))
                .map(Map.Entry::getValue)
                .findFirst()
                .orElse("");
        boolean asks = parameters.containsKey("captcha") || parameters.containsKey("unread");
        return new View(
                message,
                message.isEmpty() ? "" : text(message, parameters.getOrDefault("locked", "")),
                asks ? Optional.of(captchas.ask()) : Optional.empty(),
                notice(parameters),
                second.isOffForStaff());
    }

    private String text(String message, String minutes) {
        boolean english = LocaleContextHolder.getLocale().getLanguage().equals("en");
        var shown = minutes.matches("[0-9]{1,2}") ? minutes : "30";
        return catalogue
                .message(message)
                .in(english ? Language.EN : Language.ZH)
                .replace("{minutes}", shown);
    }

    private static String notice(Map<String, String> parameters) {
        return List.of("out", "changed", "nofactor", "norole").stream()
                .filter(parameters::containsKey)
                .findFirst()
                .orElse("");
    }
}
