package io.kouan.platform.documents;

import io.kouan.platform.forms.definition.FormDefinition;
import java.util.List;
import java.util.Map;

/** A part of a document, as its file says. Texts may name values in braces. */
sealed interface Part {

    /**
     * A group of the form, as it was filled in: a grid of labels and values, or a table.
     *
     * @param blank whether the values are left out, for others to fill in on paper
     */
    record Group(String section, boolean blank) implements Part {}

    /** Some fields of the form. */
    record Fields(List<String> keys) implements Part {
        public Fields {
            keys = List.copyOf(keys);
        }
    }

    /** Labels with values that the document says itself. */
    record Facts(List<Map.Entry<String, String>> facts) implements Part {
        public Facts {
            facts = List.copyOf(facts);
        }
    }

    /**
     * What somebody undertakes, point by point: the yes-or-no questions of a group of a form, as far as they are asked of this enterprise.
     *
     * @param of the form that has the group; the answers are those of the document's own
     */
    record Points(FormDefinition of, String section) implements Part {}

    record Heading(String text) implements Part {}

    /** A paragraph; its first line stands in by two characters, unless it is an address. */
    record Paragraph(String text, boolean indented) implements Part {}

    /** Where people sign, and where the seal goes; both stay empty in print. */
    record Signing(List<String> signatures, String seal) implements Part {
        public Signing {
            signatures = List.copyOf(signatures);
        }
    }

    /**
     * A part that stands in the document only in some states of the record.
     *
     * @param states none means all
     */
    record Placed(Part part, List<String> states) {
        public Placed {
            states = List.copyOf(states);
        }

        boolean standsIn(String state) {
            return states.isEmpty() || states.contains(state);
        }
    }
}
