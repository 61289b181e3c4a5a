package io.kouan.client.agent;

/** What came of being asked to sign. */
sealed interface SignResult {

    /** The answer that the port expects. */
    record Signed(String answer) implements SignResult {}

    /** There is no such card, or it cannot be read. */
    record NoCard() implements SignResult {}

    /**
     * The PIN is wrong.
     *
     * @param left attempts; with none left the card is locked
     */
    record WrongPin(int left) implements SignResult {}

    /** The text is no challenge to sign in at the pages that ask: nothing else is ever signed. */
    record NoChallenge() implements SignResult {}
}
