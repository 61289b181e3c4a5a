package io.kouan.ceb.finding;

/** At which gate a finding stops the message. */
public enum Layer {
    /** bytes that are no acceptable XML */
    XML,
    /** what the schema refuses: answered by CEB900 */
    SYNTAX,
    /** what the schema lets pass but the text of the specification refuses: answered by the document's receipt */
    BUSINESS,
    /** the signature */
    SIGNATURE,
    /** the DXP envelope */
    ENVELOPE,
    /** the door: credential, size, load, conflict */
    EXCHANGE,
    /** the judgement of customs over several documents */
    CUSTOMS
}
