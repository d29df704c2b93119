package ua.vidnova.registry.registration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.InstanceOfAssertFactories.type;
import static ua.vidnova.registry.TestPeople.with;
import static ua.vidnova.registry.TestPeople.woman;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import java.time.LocalDate;
import org.assertj.core.groups.Tuple;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import ua.vidnova.chassis.problems.FieldError;
import ua.vidnova.registry.TestPeople;
import ua.vidnova.registry.evidence.DocumentDetails;
import ua.vidnova.registry.names.PersonName;
import ua.vidnova.registry.registration.RegistrationRules.Verdict;
import ua.vidnova.registry.resident.Particulars;
import ua.vidnova.registry.resident.PaymentChannel;

class RegistrationRulesTest {

  private static final LocalDate TODAY = LocalDate.of(2026, 11, 22);
  private static final ObjectMapper JSON = new ObjectMapper().registerModule(new JavaTimeModule());

  @ParameterizedTest(name = "{0}: {3}")
  @MethodSource("ua.vidnova.registry.registration.Refusals#all")
  void what_cannot_be_true_is_refused(String change, ObjectNode body, String field, String code) {
    var errors = ((Verdict.NotAcceptable) examine(body)).errors();
    assertThat(errors)
        .extracting(FieldError::field, FieldError::code)
        .contains(Tuple.tuple(field, code));
  }

  @Test
  void everything_wrong_is_named_at_once() {
    var body =
        with(
            with(with(woman(), "/birthDate", "\"2100-01-01\""), "/phone", "\"1\""),
            "/documents/0/number",
            "\"1\"");
    assertThat(((Verdict.NotAcceptable) examine(body)).errors())
        .extracting(FieldError::field)
        .containsExactlyInAnyOrder("birthDate", "phone", "documents[0].number");
  }

  @Test
  void a_refusal_never_repeats_what_was_stated() {
    Refusals.all()
        .map(refusal -> (ObjectNode) refusal.get()[1])
        .map(RegistrationRulesTest::examine)
        .forEach(
            verdict ->
                assertThat(verdict)
                    .asInstanceOf(type(Verdict.NotAcceptable.class))
                    .extracting(Object::toString)
                    .asString()
                    .doesNotContain("Шев", "+7", "1759013770", "ЫЭ"));
  }

  @Test
  void a_good_registration_is_brought_into_canonical_form() {
    var body = woman();
    body.withObject("/name").put("family", "Лук'яненко ").put("given", "Гaннa");
    body.put("rnokpp", "1873412342");
    var stated = accepted(body);
    assertThat(stated.name()).isEqualTo(new PersonName("Лук’яненко", "Ганна", "Прикладівна"));
    assertThat(stated.documents()).extracting(DocumentDetails::number).containsExactly("ЕК123456");
    assertThat(stated.areas())
        .containsExactly(
            TestPeople.ALCHEVSK,
            TestPeople.ALCHEVSK_HROMADA,
            "UA44020000000082097",
            TestPeople.LUHANSK_OBLAST);
    assertThat(stated.identifiedOn()).isEqualTo("2026-11-16");
  }

  @Test
  void an_account_is_kept_without_spaces_and_may_be_opened_later() {
    var spaced = with(woman(), "/paymentChannel/iban", "\"ua28 3004 6500 0002 6200 0000 00000\"");
    assertThat(accepted(spaced).paymentChannel())
        .isEqualTo(new PaymentChannel(PaymentChannel.Kind.BANK, "UA283004650000026200000000000"));
    assertThat(accepted(with(woman(), "/paymentChannel/iban", "")).paymentChannel())
        .isEqualTo(new PaymentChannel(PaymentChannel.Kind.BANK, null));
    assertThat(accepted(with(woman(), "/paymentChannel", "")).paymentChannel()).isNull();
  }

  @ParameterizedTest
  @CsvSource({"RELIGIOUS_GROUNDS", "LOST", "NOT_ISSUED"})
  void a_person_without_a_number_says_why(String absence) {
    var body = with(with(woman(), "/rnokpp", ""), "/rnokppAbsence", '"' + absence + '"');
    assertThat(accepted(body).rnokppAbsence()).hasToString(absence);
  }

  @Test
  void a_person_is_identified_today_unless_another_day_is_stated() {
    assertThat(accepted(with(woman(), "/identifiedOn", "")).identifiedOn()).isEqualTo(TODAY);
  }

  @Test
  void someone_born_today_can_be_registered() {
    var body =
        TestPeople.read(
            """
            {"name": {"family": "Нова", "given": "Мрія"}, "birthDate": "2026-11-22",
             "sex": "FEMALE", "rnokppAbsence": "NOT_ISSUED", "settlement": "UA44020010010037242",
             "documents": [{"type": "BIRTH_CERTIFICATE", "number": "І-ЖС 123456",
                            "issuedOn": "2026-11-22", "evidenceLevel": "ORIGINAL"}]}
            """);
    assertThat(accepted(body).birthDate()).isEqualTo(TODAY);
  }

  private static Particulars accepted(ObjectNode body) {
    return ((Verdict.Acceptable) examine(body)).particulars();
  }

  private static Verdict examine(ObjectNode body) {
    try {
      return RegistrationRules.examine(JSON.treeToValue(body, RegistrationRequest.class), TODAY);
    } catch (JsonProcessingException e) {
      throw new AssertionError(e);
    }
  }
}
