package io.kouan.client.demo;

/** What has become of a message, or should. */
enum Fate {
    /** the port refused it at the door */
    REFUSED,
    /** customs returned it (100), or could not take it in */
    RETURNED,
    /** taken in, but other documents of its parcel are missing */
    WAITING,
    /** an inventory released (800), another document matched (120) */
    RELEASED,
    /** nothing heard of it yet */
    UNKNOWN;

    /** What a document's newest status means for it. */
    static Fate of(String status) {
        return switch (status) {
            case "800", "899", "120", "399" -> RELEASED;
            case "1", "2", "3" -> WAITING;
            case "100" -> RETURNED;
            case "" -> UNKNOWN;
            default -> status.startsWith("-") ? RETURNED : WAITING;
        };
    }
}
