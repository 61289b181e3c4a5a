package io.kouan.ceb.finding;

/** How much a finding weighs. */
public enum Severity {
    /** the message or the document cannot go on */
    ERROR,
    /** it goes on, but somebody should look */
    WARNING
}
