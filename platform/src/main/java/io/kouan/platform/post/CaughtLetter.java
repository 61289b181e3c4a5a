package io.kouan.platform.post;

import java.time.Instant;

/** A letter that the sandbox kept instead of sending it. */
public record CaughtLetter(long number, Letter.Kind kind, String to, String subject, String text, Instant at) {}
