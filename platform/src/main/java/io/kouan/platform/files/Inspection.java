package io.kouan.platform.files;

/** What was found of a file that somebody brings, before anything of it is kept. */
public sealed interface Inspection {

    /**
     * It may be kept.
     *
     * @param givenName as it came
     */
    @SuppressWarnings("ArrayRecordComponent") // handed on to the disk at once
    record Sound(StoredFile file, String givenName, byte[] content) implements Inspection {}

    /** It may not. */
    record Faulty(Upload.Refused refusal) implements Inspection {}
}
