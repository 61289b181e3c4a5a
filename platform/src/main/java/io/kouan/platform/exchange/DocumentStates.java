package io.kouan.platform.exchange;

import java.util.List;

/** Knows what became of the documents of a message. The module that decides about documents provides it. */
public interface DocumentStates {

    /**
     * A document (单证) of a message and where it stands.
     *
     * @param key business key of R-030
     * @param status returnStatus
     * @param waitingFor what is missing, empty where nothing is
     * @param returnInfo text of the newest receipt
     */
    record DocumentState(String type, String guid, String key, int status, String waitingFor, String returnInfo) {}

    /** The documents of the message at this position of the journal, in their order. */
    List<DocumentState> of(long position);
}
