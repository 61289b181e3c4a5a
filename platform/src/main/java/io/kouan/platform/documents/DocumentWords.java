package io.kouan.platform.documents;

import io.kouan.platform.forms.FormRecord;
import java.util.Map;

/** Gives words that a document's texts may name in braces beyond the fields of its form; each room gives those of its own forms. */
public interface DocumentWords {

    /** Id of the form whose records it knows. */
    String form();

    /** Words by name. */
    Map<String, String> words(FormRecord record);
}
