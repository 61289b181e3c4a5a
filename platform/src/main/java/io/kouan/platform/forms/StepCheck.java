package io.kouan.platform.forms;

import io.kouan.platform.forms.check.Fault;
import io.kouan.platform.forms.check.FormCheck;
import io.kouan.platform.forms.definition.FormDefinition;
import io.kouan.platform.forms.definition.Source;
import io.kouan.platform.forms.definition.Transition;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/** What a step asks for whatever the form: a valid form, a reason, a value that the officer enters (handbook 2.7). */
final class StepCheck {

    private static final int LEAST_REASON = 5;
    private static final int MOST_REASON = 500;
    private static final Pattern ENTERED = Pattern.compile("([a-z_]+) entered");

    private StepCheck() {}

    static List<Fault> faults(FormDefinition form, Transition step, Situation situation, FormCheck check) {
        var faults = new ArrayList<Fault>();
        if (step.needsValidForm()) {
            faults.addAll(check.submission(form, situation.answers(), situation.attached(), situation.around()));
        }
        if (step.needsReason() && !hasReason(situation.decision())) {
            faults.add(Fault.at("reason", "ERR_REASON_REQUIRED"));
        }
        if (!situation.decision().values().isEmpty()) {
            check.draft(form, situation.answers(), situation.around()).stream()
                    .filter(fault -> isOfReviewer(form, fault.place()))
                    .forEach(faults::add);
        }
        var entered = ENTERED.matcher(step.guard());
        while (entered.find()) {
            var field = entered.group(1);
            if (form.field(field).isPresent() && situation.answers().text(field).isEmpty()) {
                faults.add(Fault.at(field, "ERR_REQUIRED"));
            }
        }
        return faults;
    }

    /** At least one reason of the list, and a sentence. */
    private static boolean hasReason(Decision decision) {
        int length = decision.reason().strip().length();
        return !decision.reasons().isEmpty() && length >= LEAST_REASON && length <= MOST_REASON;
    }

    private static boolean isOfReviewer(FormDefinition form, String place) {
        var key = place.substring(place.lastIndexOf('.') + 1);
        return form.field(key)
                .filter(field -> field.source() == Source.REVIEWER)
                .isPresent();
    }
}
