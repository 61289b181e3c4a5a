package io.kouan.platform.forms.check;

import io.kouan.ceb.finding.Language;
import io.kouan.platform.forms.definition.Field;
import io.kouan.platform.forms.definition.FieldType;
import io.kouan.platform.forms.definition.FormCatalogue;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Holds what was typed into a small screen against its fields in {@code forms/shared/screens.yaml}, and tells faults in words: for
 * pages that are no application forms, so that they check and speak as forms do.
 */
public final class ScreenFaults {

    private final FormCatalogue catalogue;
    private final String screen;

    public ScreenFaults(FormCatalogue catalogue, String screen) {
        this.catalogue = catalogue;
        this.screen = screen;
    }

    /** What is wrong: required, length, option, number. Fields that were not sent are not looked at. */
    public List<Fault> faults(Map<String, String> typed, LocalDate today) {
        return catalogue.screen(screen).stream()
                .filter(field -> field.isOpen() && typed.containsKey(field.key()))
                .flatMap(field -> fault(field, typed.getOrDefault(field.key(), ""), today).stream())
                .toList();
    }

    private Optional<Fault> fault(Field field, String value, LocalDate today) {
        if (value.isEmpty()) {
            return field.required() ? Optional.of(Fault.at(field.key(), "ERR_REQUIRED")) : Optional.empty();
        }
        if (field.type().isChoice()) {
            return catalogue.options(field.options()).find(value, today).isPresent()
                    ? Optional.empty()
                    : Optional.of(Fault.at(field.key(), "ERR_OPTION"));
        }
        boolean number = field.type() == FieldType.INTEGER;
        if (number && !value.matches("[0-9]{1,9}")) {
            return Optional.of(Fault.at(field.key(), "ERR_NUMBER"));
        }
        long size = number ? Long.parseLong(value) : value.codePointCount(0, value.length());
        if (field.max().isPresent() && size > field.max().getAsLong()) {
            return Optional.of(
                    bound(field, number, "ERR_TOO_LONG", "max", field.max().getAsLong()));
        }
        if (field.min().isPresent() && size < field.min().getAsLong()) {
            return Optional.of(
                    bound(field, number, "ERR_TOO_SHORT", "min", field.min().getAsLong()));
        }
        return Optional.empty();
    }

    private static Fault bound(Field field, boolean number, String message, String name, long bound) {
        return number
                ? Fault.at(field.key(), "ERR_NUMBER")
                : Fault.at(field.key(), message, Map.of(name, Long.toString(bound)));
    }

    /** The faults in words, by place; one of the screen as a whole has an empty place. */
    public Map<String, String> told(List<Fault> faults, Language language) {
        var told = new LinkedHashMap<String, String>();
        faults.forEach(fault -> told.putIfAbsent(fault.place(), text(fault, language)));
        return told;
    }

    private String text(Fault fault, Language language) {
        var text = catalogue.message(fault.message()).in(language);
        for (var value : fault.values().entrySet()) {
            text = text.replace("{" + value.getKey() + "}", value.getValue());
        }
        return text.replace("{label}", label(fault.place(), language));
    }

    /** What a field of the screen is called. */
    public String label(String key, Language language) {
        return catalogue.screen(screen).stream()
                .filter(field -> field.key().equals(key))
                .findFirst()
                .map(field -> field.label().in(language))
                .orElse("");
    }

    /** All labels of the screen, by field. */
    public Map<String, String> labels(Language language) {
        var labels = new LinkedHashMap<String, String>();
        catalogue
                .screen(screen)
                .forEach(field -> labels.put(field.key(), field.label().in(language)));
        return labels;
    }
}
