package io.kouan.platform.onboarding;

import io.kouan.platform.accounts.Actor;
import io.kouan.platform.accounts.EnterpriseProfiles;
import io.kouan.platform.accounts.Requires;
import io.kouan.platform.credentials.Cards;
import io.kouan.platform.forms.FormRecord;
import io.kouan.platform.forms.FormRecords;
import java.util.List;
import java.util.Optional;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.server.ResponseStatusException;

/** The page 企业接入导航: each step with its state, whose turn it is, and where to go. */
@Controller
@Requires(function = "access_guide")
class GuidePage {

    private static final String CARDS = "card_application";

    private final EnterpriseProfiles profiles;
    private final Cards cards;
    private final FormRecords records;
    private final boolean tradeFilingAsked;

    GuidePage(
            EnterpriseProfiles profiles,
            Cards cards,
            FormRecords records,
            @Value("${kouan.qualification.fto.enabled:true}") boolean tradeFilingAsked) {
        this.profiles = profiles;
        this.cards = cards;
        this.records = records;
        this.tradeFilingAsked = tradeFilingAsked;
    }

    /** A line of the page. */
    public record Line(String step, String state, String tone, String link) {}

    @GetMapping("/guide")
    String show(Actor actor, Model page) {
        if (actor.enterprise().isEmpty()) {
            throw new ResponseStatusException(HttpStatus.FORBIDDEN);
        }
        var profile = profiles.of(actor.enterprise().getAsLong());
        var states = Road.of(profile, form -> newest(profile.id(), form), tradeFilingAsked);
        page.addAttribute("enterprise", profile);
        page.addAttribute(
                "steps",
                states.entrySet().stream()
                        .map(entry -> line(entry.getKey(), entry.getValue()))
                        .toList());
        page.addAttribute(
                "done", states.values().stream().filter(StepState::isBehind).count());
        page.addAttribute(
                "skippedOne", profile.customsCode().isPresent() && states.get(RoadStep.A3) == StepState.SKIPPED);
        page.addAttribute("skippedTwo", profile.agent());
        return "guide";
    }

    private Optional<String> newest(long enterprise, String form) {
        // cards are also issued at the window, without any application
        boolean cardsThere = form.equals(CARDS) && cards.legalOf(enterprise).isPresent();
        if (cardsThere) {
            return Optional.of("APPROVED");
        }
        List<FormRecord> all = records.of(enterprise, form);
        return all.stream().findFirst().map(FormRecord::state);
    }

    private static String link(String form) {
        return form.equals(CARDS) ? "/cards" : "/forms/" + form;
    }

    private static Line line(RoadStep step, StepState state) {
        var tone = switch (state) {
            case DONE, SKIPPED -> "good";
            case RETURNED -> "bad";
            case RUNNING -> "wait";
            case OPEN, BLOCKED -> "";
        };
        boolean open = state != StepState.BLOCKED && state != StepState.SKIPPED;
        return new Line(
                step.name(),
                state.name(),
                tone,
                open ? step.form().map(GuidePage::link).orElse("") : "");
    }
}
