package io.kouan.platform.port;

/** The calendar of a year took effect. Told inside the transaction; whoever keeps a deadline computes it anew. */
public record CalendarYearLoaded(int year) {}
