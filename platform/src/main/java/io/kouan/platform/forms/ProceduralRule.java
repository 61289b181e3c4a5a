package io.kouan.platform.forms;

import io.kouan.platform.forms.check.Fault;
import java.util.List;
import java.util.function.Function;

/** A rule that no data can say: written where it belongs, found by form and id. */
public interface ProceduralRule {

    /** Id of the form whose rule it is. */
    String form();

    /** Id of the rule in the form's file. */
    String id();

    /** Whether it is asked already before a record begins, with the action {@code begin}: nobody fills in a form in vain. */
    default boolean comesFirst() {
        return false;
    }

    /** What is broken if the step is taken; none where the rule has nothing to say about it. */
    List<Fault> broken(Situation situation);

    /** The rule of that form and id. */
    static ProceduralRule of(String form, String id, Function<Situation, List<Fault>> broken) {
        return of(form, id, false, broken);
    }

    /** The same, asked before a record begins too. */
    static ProceduralRule first(String form, String id, Function<Situation, List<Fault>> broken) {
        return of(form, id, true, broken);
    }

    private static ProceduralRule of(String form, String id, boolean first, Function<Situation, List<Fault>> broken) {
        return new ProceduralRule() {

            @Override
            public String form() {
                return form;
            }

            @Override
            public String id() {
                return id;
            }

            @Override
            public boolean comesFirst() {
                return first;
            }

            @Override
            public List<Fault> broken(Situation situation) {
                return broken.apply(situation);
            }
        };
    }
}
