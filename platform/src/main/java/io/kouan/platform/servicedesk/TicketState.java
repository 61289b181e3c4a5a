package io.kouan.platform.servicedesk;

/** States of a ticket that this room asks for by name; what they mean stands in the form's file. */
final class TicketState {

    static final String DRAFT = "DRAFT";
    static final String REPLIED = "REPLIED";
    static final String CLOSED = "CLOSED";
    static final String CANCELLED = "CANCELLED";

    private TicketState() {}
}
