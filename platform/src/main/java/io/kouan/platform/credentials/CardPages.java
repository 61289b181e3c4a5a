package io.kouan.platform.credentials;

import io.kouan.ceb.port.PortProfile;
import io.kouan.platform.accounts.Actor;
import io.kouan.platform.accounts.EnterpriseNames;
import io.kouan.platform.accounts.EnterpriseProfiles;
import io.kouan.platform.accounts.Requires;
import io.kouan.platform.accounts.Right;
import java.security.cert.CertificateEncodingException;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
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

/**
 * Cards on pages (法人卡和操作员卡): an enterprise sees its own, with where to get them and what to bring; the window sees all. What is
 * done to a card is done from its own page.
 */
@Controller
@Requires(function = "cards", right = Right.READ)
@RequestMapping("/cards")
class CardPages {

    private static final int LINE = 64;
    private static final List<String> PAPERS = List.of("licence", "identity", "seal", "machine");

    private final Cards cards;
    private final CardSteps steps;
    private final CardApplications applications;
    private final Handouts handouts;
    private final KnownCertificates certificates;
    private final EnterpriseProfiles enterprises;
    private final EnterpriseNames names;
    private final CardTexts texts;

    CardPages(
            Cards cards,
            CardSteps steps,
            CardApplications applications,
            Handouts handouts,
            KnownCertificates certificates,
            EnterpriseProfiles enterprises,
            EnterpriseNames names,
            CardTexts texts) {
        this.cards = cards;
        this.steps = steps;
        this.applications = applications;
        this.handouts = handouts;
        this.certificates = certificates;
        this.enterprises = enterprises;
        this.names = names;
        this.texts = texts;
    }

    /** A pre-entry in the window's list. */
    public record Entry(String link, String number, String enterprise, String day, String state, String tone) {}

    /** A card in the window's list. */
    public record Found(CardView card, String enterprise) {}

    /** A line of a card's history. */
    public record Happened(String time, String what, String role, String state, String serial, String reason) {}

    /** A certificate of a card. */
    public record Certificate(String serial, String suite, String from, String to, boolean ended) {}

    @GetMapping
    String list(Actor actor, @RequestParam(defaultValue = "") String q, Model model) {
        place(model);
        if (actor.has("DSC_CLERK")) {
            return window(actor, q, model);
        }
        if (actor.enterprise().isEmpty()) {
            throw new ResponseStatusException(HttpStatus.FORBIDDEN);
        }
        var profile = enterprises.of(actor.enterprise().getAsLong());
        if (profile.customsCode().isEmpty()) {
            model.addAttribute("refusal", texts.of("ERR_NO_CUSTOMS_CODE"));
        }
        model.addAttribute("mayApply", actor.has("ENT_ADMIN"));
        model.addAttribute(
                "cards",
                cards.of(profile.id()).stream()
                        .map(card -> CardView.of(card, texts))
                        .toList());
        return "cards";
    }

    private String window(Actor actor, String sought, Model model) {
        var found = cards.search(sought);
        var known = names.named(found.stream().map(Card::enterprise).distinct().toList());
        model.addAttribute("sought", sought);
        model.addAttribute(
                "found",
                found.stream()
                        .map(card -> new Found(CardView.of(card, texts), name(known, card)))
                        .toList());
        model.addAttribute(
                "waiting",
                applications.waiting(actor).stream()
                        .map(record -> new Entry(
                                (record.state().equals("SUBMITTED") ? "/desk/" : "/cards/applications/") + record.id(),
                                record.number().orElse(Long.toString(record.id())),
                                record.answers().text("enterprise_name_zh"),
                                record.answers().text("visit_date"),
                                texts.text("credentials.entry." + record.state()),
                                record.state().equals("SUBMITTED") ? "wait" : "move"))
                        .toList());
        return "cards-window";
    }

    private static String name(Map<Long, EnterpriseNames.Name> known, Card card) {
        var name = known.get(card.enterprise());
        return name == null ? "" : name.zh();
    }

    private void place(Model model) {
        var language = CardTexts.language();
        PortProfile.current().contactsAt(CardRules.FORM).stream().findFirst().ifPresent(contact -> {
            model.addAttribute("address", contact.name(language));
            model.addAttribute("phone", contact.phone());
        });
        model.addAttribute(
                "papers",
                PAPERS.stream()
                        .map(paper -> texts.text("credentials.paper." + paper))
                        .toList());
    }

    @GetMapping("/{id:\\d{1,18}}")
    String show(Actor actor, @PathVariable long id, Model model) {
        var card = card(id, actor);
        boolean clerk = actor.has("DSC_CLERK");
        var profile = enterprises.of(card.enterprise());
        model.addAttribute("card", CardView.of(card, texts));
        model.addAttribute("enterprise", profile.nameZh());
        model.addAttribute("clerk", clerk);
        model.addAttribute("legalPerson", actor.has("ENT_LEGAL"));
        model.addAttribute("mayApply", actor.has("ENT_ADMIN"));
        model.addAttribute("waitingFile", handouts.isWaiting(id, actor));
        model.addAttribute("pin", handouts.pin(id, actor).orElse(""));
        model.addAttribute(
                "history",
                cards.history(id).stream()
                        .map(event -> new Happened(
                                CardView.time(event.at()),
                                texts.text("credentials.action." + event.action()),
                                event.role().isEmpty() ? "" : texts.role(event.role()),
                                texts.text("credentials.state." + event.to()),
                                event.serial().toUpperCase(Locale.ROOT),
                                event.reason()))
                        .toList());
        model.addAttribute(
                "certificates",
                cards.certificates(id).stream()
                        .map(held -> new Certificate(
                                held.serial().toUpperCase(Locale.ROOT),
                                held.suite().equals("SM2_SM3") ? "SM2" : "RSA",
                                CardView.day(held.validFrom()),
                                CardView.day(held.validTo()),
                                held.ended()))
                        .toList());
        return "card";
    }

    /** The certificate as PEM: public, for whoever has to install it. */
    @GetMapping("/{id:\\d{1,18}}/certificate")
    ResponseEntity<String> certificate(Actor actor, @PathVariable long id) throws CertificateEncodingException {
        var card = card(id, actor);
        var x509 = certificates.byKeyName(card.serial()).orElseThrow(CardPages::missing);
        var body = Base64.getMimeEncoder(LINE, new byte[] {'\n'}).encodeToString(x509.getEncoded());
        return file(card.number() + ".crt")
                .contentType(MediaType.TEXT_PLAIN)
                .body("-----BEGIN CERTIFICATE-----\n" + body + "\n-----END CERTIFICATE-----\n");
    }

    /** The card in a file, once. */
    @PostMapping("/{id:\\d{1,18}}/file")
    @Requires(function = "cards", right = Right.ISSUE)
    ResponseEntity<byte[]> file(Actor actor, @PathVariable long id) {
        return handedOut(actor, id);
    }

    /** The same for whoever lets the sandbox's clerk make the card (导航代办); nothing else ever waits for them. */
    @PostMapping("/{id:\\d{1,18}}/own-file")
    ResponseEntity<byte[]> ownFile(Actor actor, @PathVariable long id) {
        return handedOut(actor, id);
    }

    private ResponseEntity<byte[]> handedOut(Actor actor, long id) {
        var card = card(id, actor);
        var made = handouts.take(id, actor).orElseThrow(CardPages::missing);
        return file(card.number() + ".p12")
                .header(HttpHeaders.CACHE_CONTROL, "no-store")
                .contentType(MediaType.APPLICATION_OCTET_STREAM)
                .body(made.array());
    }

    private static ResponseEntity.BodyBuilder file(String name) {
        return ResponseEntity.ok()
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        ContentDisposition.attachment().filename(name).build().toString());
    }

    @PostMapping("/{id:\\d{1,18}}/lose")
    @Requires(function = "card_loss", right = Right.UPDATE)
    String lose(Actor actor, @PathVariable long id, RedirectAttributes next) {
        return told(card(id, actor), steps.lose(id, actor), "lose", next);
    }

    @PostMapping("/{id:\\d{1,18}}/find")
    @Requires(function = "cards", right = Right.ISSUE)
    String found(Actor actor, @PathVariable long id, RedirectAttributes next) {
        return told(card(id, actor), steps.found(id, actor), "find", next);
    }

    @PostMapping("/{id:\\d{1,18}}/cancel")
    @Requires(function = "cards", right = Right.ISSUE)
    String cancel(
            Actor actor,
            @PathVariable long id,
            @RequestParam(defaultValue = "") String reason,
            RedirectAttributes next) {
        var text = reason.strip();
        var outcome = text.length() < 2 || text.length() > 200
                ? CardOutcome.Refused.because("ERR_REASON_REQUIRED")
                : steps.cancel(id, text, actor);
        return told(card(id, actor), outcome, "cancel", next);
    }

    @PostMapping("/{id:\\d{1,18}}/enabled")
    String enable(Actor actor, @PathVariable long id, @RequestParam boolean enabled, RedirectAttributes next) {
        return told(card(id, actor), steps.enable(id, enabled, actor), enabled ? "enable" : "disable", next);
    }

    @PostMapping("/{id:\\d{1,18}}/ask-renewal")
    @Requires(function = "card_application", right = Right.SUBMIT)
    String askRenewal(Actor actor, @PathVariable long id, RedirectAttributes next) {
        return told(card(id, actor), steps.askRenewal(id, actor), "ask-renewal", next);
    }

    private String told(Card card, CardOutcome outcome, String action, RedirectAttributes next) {
        switch (outcome) {
            case CardOutcome.Done _ -> next.addFlashAttribute("done", texts.text("credentials.done." + action));
            case CardOutcome.Refused(var faults) -> next.addFlashAttribute("refusal", texts.of(faults.getFirst()));
        }
        return "redirect:/cards/" + card.id();
    }

    /** An unknown card and a foreign one are answered alike. */
    private Card card(long id, Actor actor) {
        return steps.find(id, actor).orElseThrow(CardPages::missing);
    }

    private static ResponseStatusException missing() {
        return new ResponseStatusException(HttpStatus.NOT_FOUND);
    }
}
