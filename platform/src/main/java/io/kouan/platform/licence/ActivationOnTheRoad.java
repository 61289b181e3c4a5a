package io.kouan.platform.licence;

import io.kouan.platform.forms.FormRecord;
import io.kouan.platform.forms.FormRecords;
import io.kouan.platform.forms.definition.FormCatalogue;
import io.kouan.platform.forms.definition.Label;
import io.kouan.platform.onboarding.Progress;
import io.kouan.platform.onboarding.StepSource;
import io.kouan.platform.onboarding.StepState;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;

/**
 * Step E of the road, for whoever transmits with the client: done while a licence counts on a computer; a licence that was suspended,
 * revoked or has run out undoes it. Whoever has gone live by interface needs no client.
 */
@Component
class ActivationOnTheRoad implements StepSource {

    private static final String PAGE = "/service-desk/licences";

    private final LicenceRegister register;
    private final Computers computers;
    private final FormRecords records;
    private final FormCatalogue catalogue;
    private final LicenceViews views;

    ActivationOnTheRoad(
            LicenceRegister register,
            Computers computers,
            FormRecords records,
            FormCatalogue catalogue,
            LicenceViews views) {
        this.register = register;
        this.computers = computers;
        this.records = records;
        this.catalogue = catalogue;
        this.views = views;
    }

    @Override
    public String step() {
        return "E";
    }

    @Override
    public Optional<Progress> of(long enterprise) {
        var licences = register.of(enterprise);
        boolean activated = licences.stream()
                .anyMatch(licence -> licence.isUsable(views.today())
                        && !computers.counting(licence.number()).isEmpty());
        if (activated) {
            return Optional.of(progress(StepState.DONE, List.of(), views.label(LicenceState.ACTIVATED), PAGE));
        }
        boolean byInterface = !records.of(enterprise, "api_channel_enrolment").isEmpty();
        if (byInterface || licences.isEmpty()) {
            return Optional.empty();
        }
        var licence = licences.getFirst();
        return Optional.of(records.of(enterprise, ActivationForm.ID).stream()
                .findFirst()
                .filter(request -> licence.isUsable(views.today()))
                .flatMap(this::running)
                .orElseGet(() ->
                        progress(StepState.OPEN, List.of(), views.label(licence.state(views.today(), false)), PAGE)));
    }

    private Optional<Progress> running(FormRecord request) {
        var page = "/forms/" + ActivationForm.ID + "/" + request.id();
        var label = catalogue
                .form(ActivationForm.ID)
                .state(request.state())
                .orElseThrow()
                .label();
        return switch (request.state()) {
            case "DRAFT" -> Optional.of(progress(StepState.RUNNING, List.of(), label, page));
            case ActivationForm.REQUESTED -> Optional.of(progress(StepState.RUNNING, List.of("CS_AGENT"), label, page));
            default -> Optional.empty();
        };
    }

    private static Progress progress(StepState state, List<String> turn, Label stand, String page) {
        return new Progress(state, turn, stand, Optional.empty(), List.of(), page);
    }
}
