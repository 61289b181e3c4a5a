package io.kouan.platform.transmission;

import io.kouan.platform.accounts.Actor;
import io.kouan.platform.accounts.EnterpriseProfiles;
import io.kouan.platform.accounts.Permissions;
import io.kouan.platform.accounts.Requires;
import io.kouan.platform.accounts.Right;
import io.kouan.platform.forms.check.ScreenCheck;
import io.kouan.platform.forms.definition.Field;
import io.kouan.platform.forms.definition.FormCatalogue;
import io.kouan.platform.port.PortTime;
import io.kouan.platform.transmission.DxpUser.State;
import java.time.Clock;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The registry of DXP users (DXP用户, handbook S9): the data centre enters, another of its officers checks; the service desk reads. */
@Controller
@RequestMapping("/dxp-users")
class DxpUserPages {

    private static final int MOST = 200;
    private static final String ID = "/{dxpId:[A-Z0-9]{1,30}}";

    private final DxpUsers users;
    private final EnterpriseProfiles enterprises;
    private final Permissions permissions;
    private final FormCatalogue catalogue;
    private final RefusalTexts texts;
    private final Clock clock;

    DxpUserPages(
            DxpUsers users,
            EnterpriseProfiles enterprises,
            Permissions permissions,
            FormCatalogue catalogue,
            RefusalTexts texts,
            Clock clock) {
        this.users = users;
        this.enterprises = enterprises;
        this.permissions = permissions;
        this.catalogue = catalogue;
        this.texts = texts;
        this.clock = clock;
    }

    @Requires(function = "dxp_ids", right = Right.READ)
    @GetMapping
    String list(
            Actor actor,
            @RequestParam(defaultValue = "") String q,
            @RequestParam(defaultValue = "") String state,
            Model page) {
        var text = q.length() > 60 ? q.substring(0, 60).strip() : q.strip();
        page.addAttribute("q", text);
        page.addAttribute("state", state);
        page.addAttribute("states", List.of("ENTERED", "ISSUED", "IN_USE", "SUSPENDED", "CANCELLED"));
        page.addAttribute(
                "rows",
                users.search(text, MOST).stream()
                        .filter(view -> state.isEmpty() || view.state().equals(state))
                        .toList());
        page.addAttribute("mayEnter", mayIssue(actor));
        show(page);
        return "dxp-users";
    }

    @Requires(function = "dxp_ids", right = Right.ISSUE)
    @GetMapping("/new")
    String enter(Model page) {
        page.addAttribute("typed", Map.of("issued_on", today().toString()));
        show(page);
        return "dxp-user-new";
    }

    @Requires(function = "dxp_ids", right = Right.ISSUE)
    @PostMapping
    String enter(
            Actor actor,
            @RequestParam(defaultValue = "") String dxp_id,
            @RequestParam(defaultValue = "") String customs_code,
            @RequestParam(defaultValue = "") String ticket_no,
            @RequestParam(defaultValue = "") String node_code,
            @RequestParam(defaultValue = "") String issued_on,
            Model page,
            RedirectAttributes next) {
        var typed = new LinkedHashMap<String, String>();
        typed.put("dxp_id", dxp_id.strip().toUpperCase(Locale.ROOT));
        typed.put("customs_code", customs_code.strip().toUpperCase(Locale.ROOT));
        typed.put("ticket_no", ticket_no.strip());
        typed.put("node_code", node_code.strip());
        typed.put("issued_on", issued_on.strip());
        var refused = refusal(typed)
                .or(() -> users.enter(
                        typed.getOrDefault("dxp_id", ""),
                        holder(typed).orElseThrow(),
                        typed.getOrDefault("ticket_no", ""),
                        typed.getOrDefault("node_code", ""),
                        date(typed).orElseThrow(),
                        actor));
        if (refused.isEmpty()) {
            next.addFlashAttribute("done", true);
            return "redirect:/dxp-users/" + typed.get("dxp_id");
        }
        page.addAttribute("typed", typed);
        page.addAttribute("refused", texts.of(refused.get()));
        page.addAttribute("refusedField", refused.get().field());
        show(page);
        return "dxp-user-new";
    }

    /** The fields of the screen that an officer types; the rest is the program's. */
    private List<Field> typedFields(Map<String, String> typed) {
        return catalogue.screen("dxp_user").stream()
                .filter(field -> typed.containsKey(field.key()))
                .toList();
    }

    private Optional<Refusal> refusal(Map<String, String> typed) {
        var fields = typedFields(typed);
        var wrong = new ScreenCheck(catalogue, today())
                .faults(fields, typed).stream().findFirst();
        if (wrong.isPresent()) {
            var values = new LinkedHashMap<>(wrong.get().values());
            values.put("label", labels().getOrDefault(wrong.get().place(), ""));
            return Optional.of(new Refusal(wrong.get().message(), wrong.get().place(), values));
        }
        if (date(typed).filter(date -> !date.isAfter(today())).isEmpty()) {
            var label = labels().getOrDefault("issued_on", "");
            return Optional.of(new Refusal("ERR_DATE", "issued_on", Map.of("label", label)));
        }
        return holder(typed).isEmpty()
                ? Optional.of(Refusal.at("customs_code", "ERR_NO_CUSTOMS_CODE"))
                : Optional.empty();
    }

    private Optional<Long> holder(Map<String, String> typed) {
        return enterprises.holderOf(typed.getOrDefault("customs_code", ""));
    }

    private static Optional<LocalDate> date(Map<String, String> typed) {
        try {
            return Optional.of(LocalDate.parse(typed.getOrDefault("issued_on", "")));
        } catch (DateTimeParseException unreadable) {
            return Optional.empty();
        }
    }

    private LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), PortTime.ZONE);
    }

    @Requires(function = "dxp_ids", right = Right.READ)
    @GetMapping(ID)
    String show(Actor actor, @PathVariable String dxpId, Model page) {
        var view = view(dxpId);
        page.addAttribute("row", view);
        page.addAttribute("next", mayIssue(actor) ? next(view.user()) : List.of());
        page.addAttribute("mayCheck", mayIssue(actor) && view.user().state() == State.ENTERED);
        page.addAttribute("own", view.user().issuedBy().equals(actor.login()));
        show(page);
        return "dxp-user";
    }

    private static List<State> next(DxpUser user) {
        return switch (user.state()) {
            case ENTERED -> List.of(State.CANCELLED);
            case ISSUED -> List.of(State.SUSPENDED, State.CANCELLED);
            case SUSPENDED -> List.of(State.ISSUED, State.CANCELLED);
            case CANCELLED -> List.of();
        };
    }

    @Requires(function = "dxp_ids", right = Right.ISSUE)
    @PostMapping(ID + "/check")
    String check(Actor actor, @PathVariable String dxpId, @RequestParam int version, RedirectAttributes next) {
        view(dxpId);
        return told(users.check(dxpId, version, actor), dxpId, "", next);
    }

    @Requires(function = "dxp_ids", right = Right.ISSUE)
    @PostMapping(ID + "/state")
    String change(
            Actor actor,
            @PathVariable String dxpId,
            @RequestParam int version,
            @RequestParam(defaultValue = "") String to,
            @RequestParam(defaultValue = "") String reason,
            RedirectAttributes next) {
        var view = view(dxpId);
        var state = next(view.user()).stream()
                .filter(known -> known.name().equals(to))
                .findFirst();
        var refused = state.isPresent()
                ? users.change(dxpId, version, state.get(), reason, actor)
                : Optional.of(new Refusal("ERR_STATE", "", Map.of("state", view.state())));
        return told(refused, dxpId, reason, next);
    }

    private String told(Optional<Refusal> refused, String dxpId, String reason, RedirectAttributes next) {
        refused.ifPresentOrElse(
                refusal -> {
                    next.addFlashAttribute("refused", texts.of(refusal));
                    next.addFlashAttribute("reason", reason);
                },
                () -> next.addFlashAttribute("done", true));
        return "redirect:/dxp-users/" + dxpId;
    }

    private DxpUserView view(String dxpId) {
        return users.view(dxpId).orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    }

    private boolean mayIssue(Actor actor) {
        return permissions.allow(actor.roles(), "dxp_ids", Right.ISSUE);
    }

    /** What the fields are called, as the specification names them. */
    private void show(Model page) {
        page.addAttribute("english", RefusalTexts.isEnglish());
        page.addAttribute("labels", labels());
    }

    private Map<String, String> labels() {
        boolean english = RefusalTexts.isEnglish();
        return catalogue.screen("dxp_user").stream()
                .collect(Collectors.toMap(
                        Field::key,
                        field -> english ? field.label().en() : field.label().zh()));
    }
}
