package io.kouan.platform.files;

/** What a virus scanner says of a file. */
sealed interface Verdict {

    /** Nothing was found. */
    record Clean() implements Verdict {}

    /**
     * Something was.
     *
     * @param virus as the scanner calls it
     */
    record Infected(String virus) implements Verdict {}

    /**
     * It said nothing.
     *
     * @param why for the log
     */
    record Unreachable(String why) implements Verdict {}
}
