package io.kouan.platform.credentials;

import java.time.Instant;

/** Something that happened to a card (卡历史). */
public record CardEvent(
        Instant at, String login, String role, String action, String from, String to, String serial, String reason) {}
