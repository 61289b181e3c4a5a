package io.kouan.platform.declaration;

import java.io.Serial;

/**
 * A fault of ours that was met with one document. The batch is undone and tried again without deciding about that document, so
 * that nothing half done stays and nobody else waits.
 */
final class DocumentFailed extends RuntimeException {

    @Serial
    private static final long serialVersionUID = 1;

    private final long document;

    DocumentFailed(long document, RuntimeException cause) {
        super("document " + document, cause);
        this.document = document;
    }

    long document() {
        return document;
    }
}
