package io.kouan.platform.servicedesk;

import io.kouan.ceb.port.PortProfile;
import io.kouan.ceb.spec.SpecFile;
import io.kouan.platform.forms.check.Answers;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * What choosing a matter (办理事项) fills in (handbook screen 5.4): category, kind, and for the local filing title and text. Said by
 * the list {@code ticket_template}. Pure.
 */
final class TicketTemplates {

    private static final String NAME = "{企业名称}";
    private static final String ANY = "any";

    private final Map<String, Preset> presets;

    /**
     * What a matter presets.
     *
     * @param form that is filled in instead of a ticket, which is then opened with it; empty where there is none
     */
    private record Preset(String category, String kind, String text, String form) {}

    private TicketTemplates(Map<String, Preset> presets) {
        this.presets = Map.copyOf(presets);
    }

    static TicketTemplates read() {
        var presets = new LinkedHashMap<String, Preset>();
        new SpecFile("forms/shared/options.yaml")
                .yaml(PortProfile.current().words()::in).at("ticket_template").list("values").stream()
                        .forEach(option -> presets.put(
                                option.text("code"),
                                new Preset(
                                        option.text("category"),
                                        option.text("kind"),
                                        option.findText("text").orElse(""),
                                        option.findText("form").orElse(""))));
        return new TicketTemplates(presets);
    }

    boolean isKnown(String template) {
        return presets.containsKey(template);
    }

    /** The form that a matter is filled in on, where it has one of its own. */
    Optional<String> formOf(String template) {
        return Optional.ofNullable(presets.get(template)).map(Preset::form).filter(form -> !form.isEmpty());
    }

    /** The answers after another matter was chosen: what the one before had filled in goes, what somebody typed stays. */
    Answers chosen(Answers answers, String before, String now, String enterprise) {
        var filled = answers.with("template", now);
        var old = values(before, enterprise);
        for (var preset : values(now, enterprise).entrySet()) {
            var typed = answers.text(preset.getKey());
            if (typed.isEmpty() || typed.equals(old.get(preset.getKey()))) {
                filled = filled.with(preset.getKey(), preset.getValue());
            }
        }
        return filled;
    }

    private Map<String, String> values(String template, String enterprise) {
        var preset = presets.getOrDefault(template, new Preset(ANY, ANY, "", ""));
        var text = preset.text().replace(NAME, enterprise);
        return Map.of(
                "category",
                preset.category().equals(ANY) ? "" : preset.category(),
                "kind",
                preset.kind().equals(ANY) ? "" : preset.kind(),
                "title",
                text,
                "description",
                text);
    }
}
