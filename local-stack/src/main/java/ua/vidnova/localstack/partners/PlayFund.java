package ua.vidnova.localstack.partners;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import ua.vidnova.localstack.demo.Answer;
import ua.vidnova.localstack.demo.AwardLine;
import ua.vidnova.localstack.demo.Gateway;

/** Plays the Pension Fund through the gateway, with its own token. */
public final class PlayFund {

  private static final String PAYMENTS = "/api/payments/v1/";
  private static final int LINES_A_PAGE = 200;

  private final Gateway gateway;

  public PlayFund(Gateway gateway) {
    this.gateway = gateway;
  }

  /** Brings awards. */
  public List<Answered> bring(List<AwardLine> awards, Fault fault) {
    return PlayedFund.list(awards, fault).stream()
        .map(
            message ->
                fund().post(PAYMENTS + "award-imports", message.contentType(), message.content()))
        .map(answer -> new Answered("awards", answer))
        .toList();
  }

  /** The cases decided on a day, by the columns of the file. */
  public List<Map<String, String>> decisions(LocalDate on) {
    return read("decisions", Map.of("from", on, "to", on));
  }

  /** The months that came back from the runs of a period and are owed, by the file's columns. */
  public List<Map<String, String>> unpaid(YearMonth period) {
    return read("unpaid-units", Map.of("period", period));
  }

  private List<Map<String, String>> read(String list, Map<String, ?> which) {
    Map<String, Object> query = new HashMap<>(which);
    query.put("limit", LINES_A_PAGE);
    List<Map<String, String>> lines = new ArrayList<>();
    String next;
    do {
      Answer page =
          fund().with("Accept", "text/csv").get(Gateway.path(PAYMENTS + list, query)).expect(200);
      lines.addAll(QuotedLines.of(page.body()));
      next = page.header("Next-Cursor");
      query.put("after", next);
    } while (!next.isEmpty());
    return lines;
  }

  private Gateway.Caller fund() {
    return gateway.as("pension-fund");
  }
}
