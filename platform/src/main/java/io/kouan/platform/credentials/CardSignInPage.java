package io.kouan.platform.credentials;

import io.kouan.platform.accounts.AddressLimits;
import io.kouan.platform.accounts.BrowserPolicy;
import io.kouan.platform.identity.SignedIn;
import io.kouan.platform.port.PortAddress;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import org.springframework.web.servlet.support.ServletUriComponentsBuilder;

/**
 * The page 卡介质登录. Its script asks the agent on the user's own machine; without script or agent the challenge is carried there and
 * the answer back by hand.
 */
@Controller
@RequestMapping("/signin/card")
class CardSignInPage {

    private static final MediaType TEXT = MediaType.parseMediaType("text/plain;charset=UTF-8");

    private final AddressLimits limits;
    private final CardChallenges challenges;
    private final CardSignIn signIn;
    private final SignedIn sessions;
    private final CardTexts texts;
    private final PortAddress address;
    private final String agent;

    CardSignInPage(
            AddressLimits limits,
            CardChallenges challenges,
            CardSignIn signIn,
            SignedIn sessions,
            CardTexts texts,
            PortAddress address,
            @Value("${kouan.card-agent:http://127.0.0.1:61233}") String agent) {
        this.limits = limits;
        this.challenges = challenges;
        this.signIn = signIn;
        this.sessions = sessions;
        this.texts = texts;
        this.address = address;
        this.agent = agent;
    }

    @GetMapping
    String show(HttpServletResponse response, Model page) {
        response.setHeader("Content-Security-Policy", BrowserPolicy.connectingTo(agent));
        page.addAttribute("agent", agent);
        page.addAttribute("unreadable", texts.of("ERR_CARD_UNREADABLE"));
        page.addAttribute("pinWrong", texts.of("ERR_CARD_PIN"));
        return "card-signin";
    }

    /** A challenge: the script reads it, without script it is a file to save. */
    @PostMapping("/challenge")
    ResponseEntity<String> challenge(HttpServletRequest request) {
        limits.count(AddressLimits.Use.CARD_CHALLENGE, request.getRemoteAddr());
        var origin = address.origin(ServletUriComponentsBuilder.fromContextPath(request)
                .replacePath("")
                .toUriString());
        var challenge = challenges.give(origin, request.getSession().getId());
        return ResponseEntity.ok()
                .contentType(TEXT)
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        ContentDisposition.attachment()
                                .filename("kouan-challenge.txt")
                                .build()
                                .toString())
                .header(HttpHeaders.CACHE_CONTROL, "no-store")
                .body(challenge.text());
    }

    @PostMapping
    String answer(
            @RequestParam(defaultValue = "") String answer,
            HttpServletRequest request,
            HttpServletResponse response,
            RedirectAttributes next) {
        return switch (signIn.signIn(answer, request.getSession().getId())) {
            case CardSignIn.Result.Out(var message) -> {
                next.addFlashAttribute("refusal", texts.of(message));
                yield "redirect:/signin/card";
            }
            case CardSignIn.Result.In in -> {
                sessions.begin(in.login(), in.card(), request, response);
                yield "redirect:/start";
            }
        };
    }
}
