package io.kouan.platform.post;

import java.util.UUID;

/** Takes letters of one kind out of the house. */
interface Carrier {

    Letter.Kind kind();

    /**
     * Hands a letter over.
     *
     * @param id the same at each attempt, so that a receiver can tell a repetition
     */
    Handover carry(UUID id, Letter letter);

    /** What came of it. */
    sealed interface Handover {

        /** It was taken. */
        record Taken() implements Handover {}

        /**
         * It was not taken; another attempt may help.
         *
         * @param problem without address and text
         */
        record Failed(String problem) implements Handover {}
    }
}
