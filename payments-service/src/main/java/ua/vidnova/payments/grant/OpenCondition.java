package ua.vidnova.payments.grant;

import java.util.List;

/**
 * A condition that is open for one grant.
 *
 * @param which kinds of papers, or codes of programmes, that it is about; mostly empty
 */
public record OpenCondition(GrantCondition code, List<String> which) {

  static OpenCondition of(GrantCondition code) {
    return new OpenCondition(code, List.of());
  }
}
