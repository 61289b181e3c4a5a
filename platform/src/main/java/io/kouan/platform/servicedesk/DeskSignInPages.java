package io.kouan.platform.servicedesk;

import io.kouan.platform.audit.AuditEntry;
import io.kouan.platform.audit.AuditLog;
import io.kouan.platform.identity.PasswordCheck;
import io.kouan.platform.identity.SignedIn;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/**
 * Sign-in of this realm (登录, screen 5.1). It begins the session of the person behind the account, who then needs no second sign-in at
 * the other entries (decision 2).
 */
@Controller
class DeskSignInPages {

    /** Session attributes: whose registration was refused, and since when the right password was given. */
    static final String REJECTED = "kouan.desk.rejected";

    static final String REJECTED_SINCE = "kouan.desk.rejected.since";

    private final DeskSignIn desk;
    private final SignedIn signedIn;
    private final AuditLog audit;
    private final Clock clock;

    DeskSignInPages(DeskSignIn desk, SignedIn signedIn, AuditLog audit, Clock clock) {
        this.desk = desk;
        this.signedIn = signedIn;
        this.audit = audit;
        this.clock = clock;
    }

    @PostMapping("/service-desk/signin")
    String signIn(
            @RequestParam(defaultValue = "") String login,
            @RequestParam(defaultValue = "") String password,
            @RequestParam(defaultValue = "") String captchaId,
            @RequestParam(defaultValue = "") String captcha,
            HttpServletRequest request,
            HttpServletResponse response) {
        var typed = new PasswordCheck.Typed(login, password, captchaId, captcha, request.getRemoteAddr());
        return switch (desk.attempt(typed)) {
            case DeskSignIn.Result.Known(var account) -> {
                signedIn.begin(account.person(), "none", request, response);
                audit.write(AuditEntry.done(
                        account.person(), account.name(), "CS_USER", "account", account.person(), "sign_in"));
                yield "redirect:/service-desk";
            }
            case DeskSignIn.Result.Rejected(var account) -> {
                var session = request.getSession(true);
                request.changeSessionId();
                session.setAttribute(REJECTED, account.id());
                session.setAttribute(REJECTED_SINCE, clock.millis());
                yield "redirect:/service-desk/resubmit";
            }
            case DeskSignIn.Result.Locked(long minutes) -> "redirect:/service-desk?locked=" + minutes;
            case DeskSignIn.Result.Refused(var message) ->
                "redirect:/service-desk?" + DeskBox.why(message) + (desk.needCaptcha(login) ? "&captcha" : "");
        };
    }
}
