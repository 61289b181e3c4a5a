package io.kouan.platform.forms.page;

import io.kouan.ceb.finding.Language;
import io.kouan.platform.forms.definition.Field;
import io.kouan.platform.forms.definition.FormDefinition;
import io.kouan.platform.forms.definition.Source;
import io.kouan.platform.forms.definition.Transition;
import java.util.List;

/**
 * A step that can be taken from the page.
 *
 * @param enters whether the officer enters values with it
 * @param main whether it is the one that usually comes next, and gets the strong button
 */
public record ActionView(String action, String label, boolean needsReason, boolean enters, boolean main) {

    static List<ActionView> of(List<Transition> steps, FormDefinition form, Language language) {
        return steps.stream()
                .map(step -> of(step, form, language, step.equals(steps.getFirst())))
                .toList();
    }

    private static ActionView of(Transition step, FormDefinition form, Language language, boolean first) {
        var label = form.buttonOf(step.action()).map(name -> name.in(language)).orElse(step.action());
        boolean enters = !step.needsReason() && form.fields().anyMatch(ActionView::isOfReviewer);
        return new ActionView(step.button(), label, step.needsReason(), enters, first);
    }

    private static boolean isOfReviewer(Field field) {
        return field.source() == Source.REVIEWER;
    }
}
