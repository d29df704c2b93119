package ua.vidnova.medical.report;

/** What came of asking for a report. */
public sealed interface Reporting {

  record Made(DailyReport report) implements Reporting {}

  /** No such territory, brigade or trip in these days. */
  record NotFound() implements Reporting {}

  /** Visits were made in places of others. */
  record PlaceNotCovered() implements Reporting {}
}
