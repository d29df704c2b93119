package ua.vidnova.payments.partner;

import static org.assertj.core.api.Assertions.assertThat;

import io.restassured.response.Response;
import java.util.Map;
import ua.vidnova.payments.support.Payments;

/** Profiles as two administrators change them. */
final class Profiles {

  static final String ONE = Payments.administrator("admin-1");
  static final String OTHER = Payments.administrator("admin-2");

  /** At the bank that is a partner from the beginning. */
  static final String PAYER_ACCOUNT = "UA053004650000026007233566001";

  private Profiles() {}

  static Response propose(
      String token, String edrpou, String channel, Map<String, Object> agreement) {
    return Payments.post(
        token,
        "partner-changes",
        Map.of("edrpou", edrpou, "channel", channel, "agreement", agreement));
  }

  /** The id of a proposal of the first administrator. */
  static String proposed(String edrpou, String channel, Map<String, Object> agreement) {
    var answer = propose(ONE, edrpou, channel, agreement);
    assertThat(answer.statusCode()).as(answer.asString()).isEqualTo(201);
    return answer.path("id");
  }

  static Response decide(String token, String proposal, String decision) {
    return Payments.post(token, "partner-changes/" + proposal + "/" + decision);
  }

  static void change(String edrpou, String channel, Map<String, Object> agreement) {
    var answer = decide(OTHER, proposed(edrpou, channel, agreement), "approval");
    assertThat(answer.statusCode()).as(answer.asString()).isEqualTo(200);
  }
}
