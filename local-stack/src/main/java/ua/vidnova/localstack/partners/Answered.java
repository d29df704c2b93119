package ua.vidnova.localstack.partners;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.stream.Collectors;
import ua.vidnova.localstack.demo.Answer;

/**
 * What was answered to one message of a partner.
 *
 * @param about the batch, or the list that was sent
 */
public record Answered(String about, Answer answer) {

  private static final List<String> COUNTS =
      List.of("accepted", "onTheirWay", "unchanged", "refused");

  public int status() {
    return answer.status();
  }

  /** How many lines met the given fate, such as {@code accepted}; 0 when all was refused. */
  public long count(String fate) {
    return status() < 400 ? answer.json().path(fate).asLong() : 0;
  }

  /** Counts of lines, or the code of the problem. */
  public String outcome() {
    if (status() >= 400) {
      return answer.code();
    }
    JsonNode report = answer.json();
    return COUNTS.stream()
        .filter(report::has)
        .map(count -> count + " " + report.get(count).asLong())
        .collect(Collectors.joining(", "));
  }
}
