package ua.vidnova.payments.derivation;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.YearMonth;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import ua.vidnova.payments.law.LawBook;
import ua.vidnova.payments.law.LawValue;
import ua.vidnova.payments.law.LawValues;

/** How facts and steps are kept: JSON that names values of law by their ids. */
@ApplicationScoped
public class StoredSteps {

  private static final TypeReference<List<StoredStep>> STEPS = new TypeReference<>() {};

  private final ObjectMapper json;
  private final LawValues law;

  @Inject
  StoredSteps(ObjectMapper json, LawValues law) {
    this.json = json;
    this.law = law;
  }

  /** A step with the ids of its values of law. */
  record StoredStep(
      Step.Code code, YearMonth since, long changeMinor, long amountMinor, List<UUID> law) {

    static StoredStep of(Step step) {
      return new StoredStep(
          step.code(),
          step.since(),
          step.changeMinor(),
          step.amountMinor(),
          step.law().stream().map(LawValue::id).toList());
    }

    Step with(LawBook book) {
      return new Step(code, since, changeMinor, amountMinor, law.stream().map(book::get).toList());
    }
  }

  /** A month as it is kept. */
  record Stored(YearMonth month, long amountMinor, String steps) {}

  public String write(List<Step> steps) {
    return toJson(steps.stream().map(StoredStep::of).toList());
  }

  public String write(Derivation.Facts facts) {
    return toJson(facts);
  }

  Derivation.Facts readFacts(String text) {
    try {
      return json.readValue(text, Derivation.Facts.class);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("Kept facts cannot be read", e);
    }
  }

  /** Reads the months of one derivation with the values of law as they were then. */
  List<DerivedMonth> read(List<Stored> months) {
    var steps = months.stream().map(month -> readSteps(month.steps())).toList();
    var ids =
        steps.stream()
            .flatMap(List::stream)
            .flatMap(step -> step.law().stream())
            .distinct()
            .toList();
    var book = law.read(ids);
    return IntStream.range(0, months.size())
        .mapToObj(
            place ->
                new DerivedMonth(
                    months.get(place).month(),
                    months.get(place).amountMinor(),
                    steps.get(place).stream().map(step -> step.with(book)).toList(),
                    List.of()))
        .toList();
  }

  private List<StoredStep> readSteps(String text) {
    try {
      return json.readValue(text, STEPS);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("Kept steps cannot be read", e);
    }
  }

  private String toJson(Object value) {
    try {
      return json.writeValueAsString(value);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("It cannot be written as JSON", e);
    }
  }
}
