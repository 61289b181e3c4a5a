package io.kouan.platform.forms;

import io.kouan.platform.forms.check.Answers;
import io.kouan.platform.forms.definition.FormDefinition;
import io.kouan.platform.forms.definition.FormDefinition.SubmissionNumber;
import java.util.LinkedHashMap;
import java.util.Optional;
import org.springframework.stereotype.Component;

/**
 * Gives a record the numbers that it gets when it is handed in (备案编号). One that was given stays, unless it names something that
 * has changed since, for example the office.
 */
@Component
class SubmissionNumbers {

    private final FormNumbers numbers;

    SubmissionNumbers(FormNumbers numbers) {
        this.numbers = numbers;
    }

    Answers fill(FormDefinition form, FormRecord record, Answers answers) {
        var filled = answers;
        for (var number : form.submissionNumbers().entrySet()) {
            if (!stands(number.getKey(), number.getValue(), record, answers)) {
                var parts = new LinkedHashMap<String, String>();
                number.getValue().parts().forEach((name, field) -> parts.put(name, answers.text(field)));
                filled = filled.with(
                        number.getKey(), numbers.next(number.getValue().numbering(), parts));
            }
        }
        return filled;
    }

    private static boolean stands(String field, SubmissionNumber number, FormRecord record, Answers answers) {
        return !answers.text(field).isEmpty()
                && record.submitted()
                        .filter(before -> number.parts().values().stream()
                                .allMatch(part -> before.text(part).equals(answers.text(part))))
                        .isPresent();
    }

    /** The first of them becomes the record's own number. */
    static Optional<String> own(FormDefinition form, Answers answers) {
        return form.submissionNumbers().keySet().stream().findFirst().map(answers::text);
    }
}
