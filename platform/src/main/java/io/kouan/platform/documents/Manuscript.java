package io.kouan.platform.documents;

import io.kouan.platform.forms.FormRecord;
import io.kouan.platform.forms.check.Answers;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What a print is made from.
 *
 * @param answers of the document's form, with what lies over them
 * @param number printed on top
 * @param state of the record that the document is printed from
 * @param draft whether the answers were not handed in as they stand
 */
record Manuscript(Answers answers, String number, String state, boolean draft) {

    /** The record's answers alone. */
    static Manuscript of(FormRecord record, String initialState) {
        return new Manuscript(
                record.answers(), record.number().orElse(""), record.state(), isDraft(record, initialState));
    }

    /**
     * Values that were filed elsewhere, or in another record.
     *
     * @param printed the record that the document is printed from, which says the state
     */
    static Manuscript behind(FormRecord printed, Answers answers, Optional<String> number) {
        return new Manuscript(answers, number.orElse(""), printed.state(), false);
    }

    /** The same with another record laid over, for the fields that both forms have. */
    Manuscript under(FormRecord over, List<String> fields, String initialState) {
        var laid = answers;
        for (String field : fields) {
            laid = over.answers().text(field).isEmpty()
                    ? laid
                    : laid.with(Map.of(field, over.answers().text(field)));
        }
        return new Manuscript(laid, over.number().orElse(number), state, isDraft(over, initialState));
    }

    /** What is being written has not been handed in; what was returned has, until it is changed. */
    private static boolean isDraft(FormRecord record, String initialState) {
        return record.state().equals(initialState)
                || (record.state().equals("RETURNED")
                        && record.submitted().filter(record.answers()::equals).isEmpty());
    }
}
