package io.kouan.platform.port;

/**
 * The calendar that counts now: the one that comes with the program, with the years that administrators have loaded. A deadline is
 * computed when it is looked at and never kept, so that a year that is loaded (H-174) counts for every open deadline at once.
 */
public interface Calendars {

    WorkingCalendar current();
}
