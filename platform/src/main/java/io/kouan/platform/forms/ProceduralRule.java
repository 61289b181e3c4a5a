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

    /** What is broken if the step is taken; none where the rule has nothing to say about it. */
    List<Fault> broken(Situation situation);

    /** The rule of that form and id. */
    static ProceduralRule of(String form, String id, Function<Situation, List<Fault>> broken) {
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
            public List<Fault> broken(Situation situation) {
                return broken.apply(situation);
            }
        };
    }
}
