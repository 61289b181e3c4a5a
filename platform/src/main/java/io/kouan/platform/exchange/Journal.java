package io.kouan.platform.exchange;

/** Where messages are made durable before anything is answered; the live one and that of the test channels keep to the same contract. */
interface Journal {

    /** Waits until the message is durable, or cannot be made so. */
    Appended append(Submission submission) throws InterruptedException;
}
