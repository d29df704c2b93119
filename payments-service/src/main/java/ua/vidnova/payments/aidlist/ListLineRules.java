package ua.vidnova.payments.aidlist;

import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import ua.vidnova.contracts.identifiers.Rnokpp;
import ua.vidnova.payments.aidlist.ListFile.Reading;

/** Reads the fields of one line, or says what is wrong with the first that is. */
public final class ListLineRules {

  private static final Pattern CATEGORY = Pattern.compile("[A-Z][A-Z_]{1,39}");
  private static final Pattern PAPERS = Pattern.compile("(?:[A-Z][A-Z_]{1,39} ?){0,20}");
  private static final Pattern ID =
      Pattern.compile("[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}", Pattern.CASE_INSENSITIVE);

  private ListLineRules() {}

  /**
   * Reads one line.
   *
   * @param number of the line in the file
   * @param fields the text in each column
   */
  public static Reading read(int number, Function<String, String> fields) {
    var rnokpp = fields.apply("rnokpp").strip();
    var residentId = fields.apply("residentId").strip();
    var category = fields.apply("category").strip();
    var papers = fields.apply("papers").strip();
    if (rnokpp.isEmpty() == residentId.isEmpty()) {
      return refused(number, LineFault.WHOLE_LINE, LineFault.ONE_OF);
    }
    if (!rnokpp.isEmpty() && !Rnokpp.isValid(rnokpp)) {
      return refused(number, "rnokpp", LineFault.CHECKSUM);
    }
    if (!residentId.isEmpty() && !ID.matcher(residentId).matches()) {
      return refused(number, "residentId", LineFault.NOT_AN_ID);
    }
    if (!CATEGORY.matcher(category).matches()) {
      return refused(number, "category", LineFault.UNKNOWN_CATEGORY);
    }
    if (!PAPERS.matcher(papers).matches()) {
      return refused(number, "papers", LineFault.NOT_A_PAPER);
    }
    return new Reading.Kept(
        new ListLine(
            number,
            rnokpp.isEmpty() ? null : rnokpp,
            residentId.isEmpty() ? null : UUID.fromString(residentId),
            category,
            papers.isEmpty() ? List.of() : Stream.of(papers.split(" ")).distinct().toList()));
  }

  private static Reading refused(int number, String field, LineFault fault) {
    return new Reading.Refused(RefusedListLine.of(number, field, fault));
  }
}
