package io.kouan.platform.documents;

import io.kouan.platform.forms.check.Fault;

/** What comes of a wish to print. */
public sealed interface Printed {

    /** Printed, and registered under its check code. */
    @SuppressWarnings("ArrayRecordComponent") // handed on to the browser at once
    record Done(PrintedDocument print, String fileName, String mediaType, byte[] content) implements Printed {}

    /** Not printed, and why. */
    record Refused(Fault fault) implements Printed {}
}
