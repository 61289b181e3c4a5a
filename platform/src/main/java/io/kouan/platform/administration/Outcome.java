package io.kouan.platform.administration;

/** What came of a proposal or a decision. */
sealed interface Outcome {

    record Done(long id) implements Outcome {}

    /** Nothing changed; says the id of the message. */
    record Refused(String message) implements Outcome {}
}
