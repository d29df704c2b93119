package ua.vidnova.payments.batch.files;

/** Text for people who open a list in a spreadsheet. */
final class SafeText {

  private SafeText() {}

  /**
   * Names come from other services and are text, whatever they look like: one that a spreadsheet
   * would take for a formula begins with an apostrophe, and stands on one line.
   */
  static String of(String text) {
    if (text == null || text.isEmpty()) {
      return "";
    }
    var oneLine = text.replaceAll("\\p{Cntrl}+", " ").strip();
    return !oneLine.isEmpty() && "=+-@".indexOf(oneLine.charAt(0)) >= 0 ? "'" + oneLine : oneLine;
  }
}
