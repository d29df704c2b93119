package ua.vidnova.payments.aidlist;

import ua.vidnova.payments.grant.GrantCondition;

/**
 * One thing wrong with one line of a list.
 *
 * @param line number in the file; the header is 1
 * @param field column, or {@link LineFault#WHOLE_LINE}
 * @param code of a {@link LineFault} or a {@link GrantCondition}
 */
public record RefusedListLine(int line, String field, String code) {

  public static RefusedListLine of(int line, String field, LineFault fault) {
    return new RefusedListLine(line, field, fault.code());
  }

  static RefusedListLine of(int line, GrantCondition open) {
    return new RefusedListLine(line, LineFault.WHOLE_LINE, LineFault.codeOf(open));
  }
}
