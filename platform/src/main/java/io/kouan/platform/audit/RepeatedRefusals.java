package io.kouan.platform.audit;

/**
 * Somebody was refused again and again within minutes (AUD-09). Told inside the transaction of the last refusal.
 *
 * @param times how often within the last ten minutes
 */
public record RepeatedRefusals(String login, String name, int times) {}
