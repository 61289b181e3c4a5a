package io.kouan.platform.onboarding;

import io.kouan.ceb.finding.Language;
import io.kouan.ceb.port.PortProfile;
import io.kouan.platform.accounts.EnterpriseProfile;
import io.kouan.platform.forms.FormRecords;
import io.kouan.platform.forms.definition.FormCatalogue;
import io.kouan.platform.port.Calendars;
import io.kouan.platform.port.Deadline;
import io.kouan.platform.port.PortTime;
import io.kouan.platform.port.Switches;
import io.kouan.platform.port.Switches.Switch;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import org.springframework.stereotype.Service;

/** Works the road out for one enterprise, and tells it in words. Stores nothing. */
@Service
class Guide {

    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm", Locale.ROOT);

    private final List<RoadStep> steps;
    private final List<StepSource> sources;
    private final FormRecords records;
    private final FormCatalogue catalogue;
    private final PortProfile port;
    private final Calendars calendars;
    private final Switches switches;

    Guide(
            List<StepSource> sources,
            FormRecords records,
            FormCatalogue catalogue,
            PortProfile port,
            Calendars calendars,
            Switches switches) {
        this.steps = RoadStep.road(catalogue);
        this.sources = List.copyOf(sources);
        this.records = records;
        this.catalogue = catalogue;
        this.port = port;
        this.calendars = calendars;
        this.switches = switches;
    }

    List<Road.Standing> standings(EnterpriseProfile profile) {
        return Road.of(
                steps, profile, step -> progress(step, profile.id()), switches.isOn(Switch.TRADE_OPERATOR_FILING));
    }

    private Optional<Progress> progress(RoadStep step, long enterprise) {
        var told = sources.stream()
                .filter(source -> source.step().equals(step.id()))
                .flatMap(source -> source.of(enterprise).stream())
                .findFirst();
        return told.or(() -> step.forms().stream()
                .flatMap(form -> ofForm(form, step, enterprise).stream())
                .min(java.util.Comparator.comparing(
                        progress -> !progress.state().isBehind())));
    }

    /** Of several records the one that is done counts, else the newest. */
    private Optional<Progress> ofForm(String id, RoadStep step, long enterprise) {
        var form = catalogue.form(id);
        var all = records.of(enterprise, id);
        return all.stream()
                .map(record -> FormProgress.of(form, record, step.done()))
                .flatMap(Optional::stream)
                .filter(progress -> progress.state().isBehind())
                .findFirst()
                .or(() -> all.stream().findFirst().flatMap(record -> FormProgress.of(form, record, step.done())));
    }

    /** The road as somebody reads it who is no enterprise. */
    List<StepLine> described(Language language) {
        return steps.stream()
                .map(step -> new StepLine(
                        step.id(),
                        "",
                        "",
                        "",
                        false,
                        "",
                        Road.Skip.NONE.name(),
                        step.after(),
                        step.page(),
                        phone(step, language),
                        days(step),
                        StepLine.Expected.nothing()))
                .toList();
    }

    StepLine line(Road.Standing standing, List<Road.Standing> all, Language language) {
        var step = standing.step();
        var progress = standing.progress();
        boolean acts = progress.state() == StepState.RUNNING || progress.state() == StepState.RETURNED;
        return new StepLine(
                step.id(),
                progress.state().name(),
                tone(progress.state()),
                progress.stand().in(language),
                progress.state() == StepState.OPEN || (acts && progress.turn().isEmpty()),
                progress.turn().stream()
                        .map(role -> catalogue.role(role).in(language))
                        .collect(Collectors.joining(language == Language.ZH ? "、" : ", ")),
                standing.skip().name(),
                all.stream()
                        .filter(other -> step.after().contains(other.step().id())
                                && !other.progress().state().isBehind())
                        .map(other -> other.step().id())
                        .toList(),
                progress.page().isEmpty() ? step.page() : progress.page(),
                phone(step, language),
                days(step),
                expected(step, progress, language));
    }

    private StepLine.Expected expected(RoadStep step, Progress progress, Language language) {
        if (progress.state() != StepState.RUNNING || progress.since().isEmpty() || days(step) == 0) {
            return StepLine.Expected.nothing();
        }
        var event = LocalDate.ofInstant(progress.since().get(), PortTime.ZONE);
        return told(calendars.current().deadline(event, days(step), progress.pauses()), language);
    }

    static StepLine.Expected told(Deadline deadline, Language language) {
        return new StepLine.Expected(
                deadline.due().format(TIME),
                deadline.provisional(),
                deadline.steps().stream()
                        .map(day -> new StepLine.Day(
                                day.day().toString(),
                                day.reason().counts(),
                                day.reason(),
                                language == Language.ZH
                                        ? day.reason().zh()
                                        : day.reason().en()))
                        .toList());
    }

    private int days(RoadStep step) {
        return step.deadline()
                .flatMap(key -> port.deadlines().stream()
                        .filter(deadline -> deadline.step() == key)
                        .findFirst())
                .map(PortProfile.Deadline::workingDays)
                .orElse(0);
    }

    private StepLine.Phone phone(RoadStep step, Language language) {
        var contact = port.contact(step.contact());
        var phone = contact.phone();
        return new StepLine.Phone(contact.name(language), phone.in(language), phone.dial());
    }

    private static String tone(StepState state) {
        return switch (state) {
            case DONE, SKIPPED -> "good";
            case RETURNED -> "bad";
            case RUNNING -> "wait";
            case OPEN -> "move";
            case BLOCKED -> "";
        };
    }
}
