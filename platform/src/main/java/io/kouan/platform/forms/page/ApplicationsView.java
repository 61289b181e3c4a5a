package io.kouan.platform.forms.page;

import io.kouan.ceb.finding.Language;
import io.kouan.platform.forms.Applications.Application;
import io.kouan.platform.forms.Applications.Days;
import io.kouan.platform.forms.Applications.Wanted;
import io.kouan.platform.forms.definition.FormCatalogue;
import io.kouan.platform.forms.definition.FormDefinition;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.util.MultiValueMap;

/**
 * A list of applications with its filters (handbook S2): number, business, enterprise, state, times, opinion.
 *
 * @param typed what is filtered by, as it was typed
 * @param forms businesses to choose from; none where the list is about one
 */
public record ApplicationsView(
        List<Row> rows, Map<String, String> typed, List<FieldView.Choice> forms, List<FieldView.Choice> states) {

    private static final int MOST_TYPED = 60;

    /** One application. */
    public record Row(
            String link,
            String number,
            String business,
            String state,
            String tone,
            String submitted,
            String decided,
            String opinion) {}

    /** What a request asks for; what cannot be read is not asked for. */
    static Wanted wanted(MultiValueMap<String, String> sent, Optional<String> form) {
        return new Wanted(
                form.or(() -> text(sent, "form")),
                text(sent, "q").orElse(""),
                text(sent, "state"),
                new Days(day(sent, "submittedFrom"), day(sent, "submittedUntil")),
                new Days(day(sent, "decidedFrom"), day(sent, "decidedUntil")));
    }

    private static Optional<String> text(MultiValueMap<String, String> sent, String name) {
        return Optional.ofNullable(sent.getFirst(name))
                .map(String::strip)
                .filter(text -> !text.isEmpty())
                .map(text -> text.length() > MOST_TYPED ? text.substring(0, MOST_TYPED) : text);
    }

    private static Optional<LocalDate> day(MultiValueMap<String, String> sent, String name) {
        return text(sent, name).flatMap(text -> {
            try {
                return Optional.of(LocalDate.parse(text));
            } catch (DateTimeException _) {
                return Optional.empty();
            }
        });
    }

    static ApplicationsView of(
            List<Application> found,
            MultiValueMap<String, String> sent,
            List<FormDefinition> businesses,
            FormCatalogue catalogue,
            Language language) {
        var typed = new LinkedHashMap<String, String>();
        for (String name :
                List.of("form", "q", "state", "submittedFrom", "submittedUntil", "decidedFrom", "decidedUntil")) {
            typed.put(name, text(sent, name).orElse(""));
        }
        var states = new LinkedHashMap<String, FieldView.Choice>();
        businesses.forEach(form -> form.states()
                .forEach(state -> states.putIfAbsent(
                        state.code(),
                        new FieldView.Choice(
                                state.code(),
                                state.label().in(language),
                                state.code().equals(typed.get("state"))))));
        return new ApplicationsView(
                found.stream()
                        .map(application -> row(application, catalogue, language))
                        .toList(),
                typed,
                businesses.size() < 2
                        ? List.of()
                        : businesses.stream()
                                .map(form -> new FieldView.Choice(
                                        form.id(),
                                        form.title().in(language),
                                        form.id().equals(typed.get("form"))))
                                .toList(),
                List.copyOf(states.values()));
    }

    private static Row row(Application application, FormCatalogue catalogue, Language language) {
        var form = catalogue.form(application.form());
        var state = form.state(application.state()).orElseThrow();
        return new Row(
                "/forms/" + application.form() + "/" + application.id(),
                application.number().orElseGet(() -> Long.toString(application.id())),
                form.title().in(language),
                state.label().in(language),
                RecordView.tone(state, form),
                application.submittedAt().map(RecordView::time).orElse(""),
                application.decidedAt().map(RecordView::time).orElse(""),
                application.opinion());
    }
}
