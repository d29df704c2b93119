package ua.vidnova.localstack.demo;

import static ua.vidnova.localstack.demo.StepFailed.unless;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Registration makes payments open resumptions; two people decide on them. */
final class ResumptionChapter {
  static final String RESUMPTIONS = "/api/payments/v1/resumptions";
  private static final int LIMIT_MONTHS_PENSIONER = 36;
  static final int FIRST_PAYMENT_MONTHS = 12;

  private final Stage stage;

  ResumptionChapter(Stage stage) {
    this.stage = stage;
  }

  /** Resumptions by resident id. */
  private record Opened(Household household, Map<String, String> resumptions) {

    String path(Resident resident) {
      return RESUMPTIONS + "/" + resumptions.get(resident.id());
    }
  }

  /** Returns those whose award is payable again. */
  Fact<Household> play(Fact<Household> household) {
    Fact<Opened> opened =
        stage
            .story()
            .step(
                "payments hears of them and opens a resumption for each dormant award",
                () -> open(household.get()));
    stage
        .story()
        .step(
            "arrears are shown month by month with the rule applied",
            () -> showArrears(opened.get()));
    stage
        .story()
        .step(
            "without the declaration a resumption cannot be proposed",
            () -> refuseUndeclared(opened.get()));
    Fact<Opened> proposed =
        stage.story().step("two officers propose three resumptions", () -> propose(opened.get()));
    stage
        .story()
        .step(
            "who proposed cannot approve, with the role or without",
            () -> refuseSamePerson(proposed.get()));
    Fact<Household> approved =
        stage.story().step("approver approves them", () -> approve(proposed.get()));
    return stage
        .story()
        .step(
            "the account that a registrar recorded is paid to once another person read the same",
            () -> confirmAccount(approved.get()));
  }

  private Told<Opened> open(Household household) {
    Map<String, String> resumptions = new LinkedHashMap<>();
    for (Resident resident : household.all()) {
      String path = Gateway.path(RESUMPTIONS, Map.of("residentId", resident.id()));
      resumptions.put(
          resident.id(),
          Eventually.get(
              "resumption of resident " + resident.id(),
              () -> {
                JsonNode items = stage.as("officer").get(path).expect(200).json().get("items");
                return Optional.ofNullable(items.get(0)).map(first -> first.get("id").asText());
              }));
    }
    Opened opened = new Opened(household, resumptions);
    return Told.of(
        opened,
        "resumptions " + String.join(", ", resumptions.values()),
        "look at " + stage.gateway().address(opened.path(household.withAccount())));
  }

  private Told<Boolean> showArrears(Opened opened) {
    List<String> detail = new ArrayList<>();
    for (Resident resident : opened.household().entitled()) {
      detail.add(showArrears(resident, opened.path(resident)));
    }
    return new Told<>(true, detail);
  }

  private String showArrears(Resident resident, String path) {
    AwardLine award = resident.award();
    JsonNode arrears = stage.as("officer").get(path).expect(200).json().get("arrears");
    YearMonth month = award.firstUnpaidMonth();
    List<Long> payable = new ArrayList<>();
    for (JsonNode each : arrears.get("months")) {
      unless(each.get("month").asText().equals("" + month), "%s is missing", month);
      long amountMinor = each.get("amountMinor").asLong();
      unless(amountMinor >= award.monthlyMinor(), "%s: less than before the stop", month);
      JsonNode rule = each.get("rule");
      unless(!rule.path("article").asText().isEmpty(), "%s has no rule", month);
      boolean withinLimit =
          award.fault() == AwardLine.Fault.AUTHORITY
              || !month.isBefore(Stage.thisMonth().minusMonths(LIMIT_MONTHS_PENSIONER));
      unless(each.get("payable").asBoolean() == withinLimit, "%s: payable is wrong", month);
      if (withinLimit) {
        payable.add(amountMinor);
      }
      month = month.plusMonths(1);
    }
    unless(month.equals(Stage.thisMonth()), "The months end before %s", month);
    requireMinor(arrears, "payableMinor", sum(payable));
    int atOnce = Math.min(payable.size(), FIRST_PAYMENT_MONTHS);
    requireMinor(
        arrears,
        "firstPaymentMinor",
        sum(payable.subList(payable.size() - atOnce, payable.size())));
    return "%s: %d of %d months payable, %d at once (%s, %s)"
        .formatted(
            resident.id(),
            payable.size(),
            arrears.get("months").size(),
            atOnce,
            arrears.at("/months/0/rule/code").asText(),
            arrears.at("/months/0/rule/article").asText());
  }

  private static long sum(List<Long> amounts) {
    return amounts.stream().mapToLong(Long::longValue).sum();
  }

  private static void requireMinor(JsonNode arrears, String field, long expected) {
    long seen = arrears.get(field).asLong();
    unless(seen == expected, "%s is %d, expected %d", field, seen, expected);
  }

  private Told<Boolean> refuseUndeclared(Opened opened) {
    Answer refused =
        stage
            .as("officer")
            .post(opened.path(opened.household().undeclared()) + "/proposal")
            .expectProblem(409, "conditions-open");
    JsonNode condition = refused.json().at("/openConditions/0/code");
    unless(condition.asText().equals("DECLARATION_MISSING"), "Open is %s", condition);
    return Told.done("409 conditions-open: DECLARATION_MISSING");
  }

  /** The head of payments has the approver's role as well, and still may not decide alone. */
  private Told<Opened> propose(Opened opened) {
    Household household = opened.household();
    decide("officer", opened.path(household.atHome()) + "/proposal", "PROPOSED");
    decide("officer", opened.path(household.withAccount()) + "/proposal", "PROPOSED");
    decide("payments-head", opened.path(household.dying()) + "/proposal", "PROPOSED");
    return Told.of(opened, "look at " + stage.gateway().address(opened.path(household.atHome())));
  }

  private Told<Boolean> refuseSamePerson(Opened proposed) {
    Household household = proposed.household();
    String byOfficer = proposed.path(household.atHome()) + "/approval";
    String byHead = proposed.path(household.dying()) + "/approval";
    stage.as("officer").post(byOfficer).expectProblem(403, "forbidden");
    stage.as("payments-head").post(byHead).expectProblem(409, "same-person");
    return Told.done("officer: 403 forbidden; payments-head: 409 same-person");
  }

  private Told<Household> approve(Opened proposed) {
    Household household = proposed.household();
    for (Resident resident : household.entitled()) {
      decide("approver", proposed.path(resident) + "/approval", "APPROVED");
    }
    return Told.of(
        household, "look at " + stage.gateway().address(proposed.path(household.atHome())));
  }

  private Told<Household> confirmAccount(Household household) {
    Resident resident = household.withAccount();
    Person owner = resident.award().owner();
    String path =
        "/api/payments/v1/residents/" + resident.id() + "/payment-preference/confirmation";
    Person another = household.atHome().award().owner();
    stage
        .as("approver")
        .post(path, Map.of("iban", another.iban()))
        .expectProblem(409, "accounts-disagree");
    stage.as("approver").post(path, Map.of("iban", owner.iban())).expect(200);
    return Told.of(household, "another account: 409 accounts-disagree; the same: 200");
  }

  private void decide(String who, String path, String expectedState) {
    String state = stage.as(who).post(path).expect(200).json().get("state").asText();
    unless(state.equals(expectedState), "The state is %s, expected %s", state, expectedState);
  }
}
