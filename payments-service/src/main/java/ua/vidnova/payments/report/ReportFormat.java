package ua.vidnova.payments.report;

/** In what form a partner reports with a file. */
public enum ReportFormat {
  /** ISO 20022 status report, {@code pain.002.001.10}. */
  PAIN_002,
  /** ISO 20022 notification of bookings and returns, {@code camt.054.001.08}. */
  CAMT_054,
  /** The delivery list, returned with what became of each line. */
  DELIVERY_LIST
}
