package io.kouan.platform.localfiling;

import io.kouan.platform.forms.check.Answers;
import io.kouan.platform.forms.check.Fault;
import io.kouan.platform.forms.check.Surroundings;
import io.kouan.platform.forms.definition.Field;
import io.kouan.platform.forms.definition.FormCatalogue;
import io.kouan.platform.forms.definition.FormDefinition;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** The DXP user application (用户申请表) as it comes back in an uploaded .xls file: its cells are read as answers of the form. */
record DxpUserSheet(FormCatalogue catalogue) {

    /** The answers in the file; empty where it cannot be read. */
    Optional<Answers> read(byte[] file, LocalDate today) {
        var form = form();
        var labels = form.fields().map(field -> field.label().zh()).collect(Collectors.toUnmodifiableSet());
        return UploadedSheet.read(file, labels).map(values -> answers(form, values, today));
    }

    /** What is wrong with the file in its slot: a starred part that is empty (ERR_STARRED), or no form at all. */
    List<Fault> faults(String slot, byte[] file, Surroundings around) {
        return read(file, around.today())
                .map(answers -> Starred.faults(slot, Starred.missing(form(), answers, around)))
                .orElseGet(() -> List.of(Fault.at(slot, "ERR_FILE_MAGIC")));
    }

    private FormDefinition form() {
        return catalogue.form(Material.DXP_USER.form());
    }

    private Answers answers(FormDefinition form, Map<String, String> values, LocalDate today) {
        var answers = new LinkedHashMap<String, String>();
        form.fields().forEach(field -> {
            var value = values.getOrDefault(field.label().zh(), "");
            if (!value.isEmpty()) {
                answers.put(field.key(), field.type().isChoice() ? codes(field, value, today) : value);
            }
        });
        return new Answers(answers, Map.of());
    }

    /** Names of options stand for their codes; what is no option stays as it was written. */
    private String codes(Field field, String value, LocalDate today) {
        var options = catalogue.options(field.options()).on(today);
        return Arrays.stream(value.split("[、,，;；\\n]"))
                .map(String::strip)
                .filter(name -> !name.isEmpty())
                .map(name -> options.stream()
                        .filter(option -> option.label().zh().equals(name)
                                || option.code().equals(name)
                                || name.startsWith(option.code() + " "))
                        .findFirst()
                        .map(option -> option.code())
                        .orElse(name))
                .collect(Collectors.joining(","));
    }
}
