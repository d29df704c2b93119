package ua.vidnova.payments.report;

/** A partner's file, read once from beginning to end. */
public interface ReportFile {

  /**
   * Tells what the file says.
   *
   * @throws ua.vidnova.chassis.problems.ProblemException 400 when the file as a whole cannot be
   *     read
   */
  void read(ReportTaker taker);

  /** SHA-256 of all bytes, once read. */
  byte[] sha256();
}
