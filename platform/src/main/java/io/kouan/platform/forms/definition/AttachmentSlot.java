package io.kouan.platform.forms.definition;

import java.util.List;
import java.util.Optional;

/**
 * A place for attachments (附件).
 *
 * @param extensions allowed endings, lower case
 * @param mostMegabytes per file
 * @param nameRule how files must be named
 * @param seal which company seals (公章) the officer must find: none, once, every_page
 * @param signedByLegalPerson whether the officer must find the legal person's signature
 * @param template name of the blank paper in the download centre
 * @param document id of the document that is printed from the record, filled in as far as it is known
 */
public record AttachmentSlot(
        String key,
        Label label,
        boolean required,
        Optional<Condition> requiredWhen,
        int least,
        int most,
        List<String> extensions,
        int mostMegabytes,
        Optional<String> nameRule,
        String seal,
        boolean signedByLegalPerson,
        Optional<String> template,
        Optional<String> document) {

    public AttachmentSlot {
        extensions = List.copyOf(extensions);
    }
}
