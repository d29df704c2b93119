package ua.vidnova.registry.services;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.Set;
import ua.vidnova.registry.services.OfferedService.Term;

/**
 * The last day of a term. It runs from the day after the submission (Civil Code art. 253); a term
 * that would end on a day off ends on the next working day (art. 254 p. 5). That both hold for
 * terms of administrative services is for a lawyer to confirm.
 */
public final class DeadlineRules {

  private DeadlineRules() {}

  /**
   * Finds the deadline.
   *
   * @param daysOff days on which offices are closed besides Saturdays and Sundays
   */
  public static LocalDate deadline(LocalDate submittedOn, Term term, Set<LocalDate> daysOff) {
    return switch (term.kind()) {
      case CALENDAR -> workingDayFrom(submittedOn.plusDays(term.days()), daysOff);
      case WORKING -> {
        var day = submittedOn;
        for (var left = term.days(); left > 0; left--) {
          day = workingDayFrom(day.plusDays(1), daysOff);
        }
        yield day;
      }
    };
  }

  private static LocalDate workingDayFrom(LocalDate day, Set<LocalDate> daysOff) {
    var working = day;
    while (isOff(working, daysOff)) {
      working = working.plusDays(1);
    }
    return working;
  }

  private static boolean isOff(LocalDate day, Set<LocalDate> daysOff) {
    return day.getDayOfWeek() == DayOfWeek.SATURDAY
        || day.getDayOfWeek() == DayOfWeek.SUNDAY
        || daysOff.contains(day);
  }
}
