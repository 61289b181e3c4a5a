package io.kouan.platform.declaration;

import io.kouan.ceb.catalogue.MessageType;
import io.kouan.ceb.finding.Finding;
import io.kouan.ceb.message.Document;
import java.util.List;

/** The rules that need only the one document; errors only, the decisive one first. */
@FunctionalInterface
interface DocumentCheck {

    List<Finding> errors(MessageType type, Document document);
}
