package io.kouan.platform.documents;

import io.kouan.platform.files.NamingRule;
import io.kouan.platform.forms.definition.Label;
import io.kouan.platform.port.Switches.Switch;
import java.util.List;
import java.util.Optional;

/**
 * A document (文书) as its file in {@code documents/} says.
 *
 * @param version of the layout, printed
 * @param titled the switch that says its Chinese title, where one does
 * @param form whose groups it shows
 * @param early message when the record is not so far that it may be printed
 * @param none message when there is no record to print from
 * @param profile value of the enterprise's profile that stands for a record that was filed elsewhere; empty: nothing does
 * @param over a form whose newest record changes what is printed
 * @param mayBeDraft whether a print from answers that were not handed in is marked 草稿
 * @param starred whether labels of starred fields carry their asterisk
 * @param naming how the file is named; empty where it is named after the document
 */
record DocumentDefinition(
        String id,
        int version,
        Label title,
        Optional<Switch> titled,
        String form,
        List<Format> formats,
        String early,
        String none,
        String profile,
        Optional<Over> over,
        boolean mayBeDraft,
        boolean starred,
        Optional<NamingRule> naming,
        List<Source> sources,
        List<Part.Placed> parts) {

    DocumentDefinition {
        formats = List.copyOf(formats);
        sources = List.copyOf(sources);
        parts = List.copyOf(parts);
    }

    /** A form whose newest record in one of the states lies over the answers printed. */
    record Over(String form, List<String> states) {
        Over {
            states = List.copyOf(states);
        }
    }

    /**
     * A form from whose record it is printed.
     *
     * @param states of the record in which it may be
     * @param button the form's button that prints it; empty where whoever sees the record may
     */
    record Source(String form, List<String> states, String button) {
        Source {
            states = List.copyOf(states);
        }
    }

    Optional<Source> source(String from) {
        return sources.stream().filter(source -> source.form().equals(from)).findFirst();
    }
}
