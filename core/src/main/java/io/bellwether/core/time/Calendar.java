package io.bellwether.core.time;

import java.time.DayOfWeek;
import java.time.Month;
import java.time.ZoneId;

/**
 * The workspace's calendar.
 *
 * @param zone in which days begin and end
 * @param weekStarts the first day of a week
 * @param fiscalYearStarts the first month of a fiscal year; the year is named by the calendar year in which it ends
 */
public record Calendar(ZoneId zone, DayOfWeek weekStarts, Month fiscalYearStarts) {}
