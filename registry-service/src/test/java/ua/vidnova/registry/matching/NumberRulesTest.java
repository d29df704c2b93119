package ua.vidnova.registry.matching;

import static org.assertj.core.api.Assertions.assertThat;
import static ua.vidnova.registry.evidence.EvidenceLevel.COPY;
import static ua.vidnova.registry.evidence.EvidenceLevel.OCCUPATION_ISSUED;
import static ua.vidnova.registry.evidence.EvidenceLevel.ORIGINAL;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import ua.vidnova.registry.evidence.DocumentDetails;
import ua.vidnova.registry.evidence.DocumentType;
import ua.vidnova.registry.evidence.EvidenceLevel;

class NumberRulesTest {

  @ParameterizedTest
  @CsvSource({
    "1759013776, 1759013776, EQUAL",
    "1759013770, 1759013770, EQUAL_INVALID",
    "0000000000, 0000000000, EQUAL_INVALID",
    "1759013776, 1759013770, SLIP",
    "1759013776, 1759013767, SLIP",
    "1759013776, 175901377, SLIP",
    "1759013776, 9999999999, DIFFERENT",
    "1759013776, 3652504575, DIFFERENT_VALID",
    "1759013776, , MISSING"
  })
  void numbers_agree(String one, String other, Agreement level) {
    assertThat(NumberRules.rnokpp(one, other)).isEqualTo(level);
    assertThat(NumberRules.rnokpp(other, one)).isEqualTo(level);
  }

  @ParameterizedTest
  @CsvSource({
    "+380500000001, +380500000001, EQUAL",
    "+380500000001, +380500000002, SLIP",
    "+380500000001, +380671112233, DIFFERENT",
    "+380500000001, , MISSING"
  })
  void telephones_agree(String one, String other, Agreement level) {
    assertThat(NumberRules.phone(one, other)).isEqualTo(level);
    assertThat(NumberRules.phone(other, one)).isEqualTo(level);
  }

  @ParameterizedTest
  @CsvSource({
    "PASSPORT, ЕК123456, ORIGINAL, PASSPORT, ЕК123456, ORIGINAL, IDENTIFYING",
    "PASSPORT, ЕК123456, ORIGINAL, PASSPORT, ЕК123456, REGISTER_EXTRACT, IDENTIFYING",
    "PASSPORT, ЕК123456, ORIGINAL, PASSPORT, ЕК123456, COPY, SAME",
    "PASSPORT, 6020123456, OCCUPATION_ISSUED, PASSPORT, 6020123456, OCCUPATION_ISSUED, SAME",
    "PENSION_CERTIFICATE, АБ123456, ORIGINAL, PENSION_CERTIFICATE, АБ123456, ORIGINAL, SAME",
    "PASSPORT, ЕК123456, ORIGINAL, PASSPORT, ЕК123457, ORIGINAL, SLIP",
    "PASSPORT, ЕК123456, ORIGINAL, PASSPORT, ВВ654321, ORIGINAL, DIFFERENT",
    "PASSPORT, ЕК123456, ORIGINAL, PASSPORT, 6020123456, OCCUPATION_ISSUED, MISSING",
    "PASSPORT, ЕК123456, ORIGINAL, NATIONAL_ID, 123456789, ORIGINAL, MISSING"
  })
  void papers_agree(
      DocumentType type,
      String number,
      EvidenceLevel evidence,
      DocumentType otherType,
      String otherNumber,
      EvidenceLevel otherEvidence,
      Agreement level) {
    var one = List.of(key(type, number, evidence));
    var other = List.of(key(otherType, otherNumber, otherEvidence));
    assertThat(NumberRules.documents(one, other)).isEqualTo(level);
    assertThat(NumberRules.documents(other, one)).isEqualTo(level);
  }

  @Test
  void the_best_agreement_of_several_papers_counts() {
    var passport = key(DocumentType.PASSPORT, "ЕК123456", ORIGINAL);
    var renewed = key(DocumentType.PASSPORT, "ВВ654321", ORIGINAL);
    var copy = key(DocumentType.PASSPORT, "ЕК123456", COPY);
    var foreign = key(DocumentType.PASSPORT, "6020123456", OCCUPATION_ISSUED);
    assertThat(NumberRules.documents(List.of(renewed, passport), List.of(foreign, passport)))
        .isEqualTo(Agreement.IDENTIFYING);
    assertThat(NumberRules.documents(List.of(renewed, copy), List.of(passport)))
        .isEqualTo(Agreement.SAME);
    assertThat(NumberRules.documents(List.of(), List.of(passport))).isEqualTo(Agreement.MISSING);
  }

  private static DocumentKey key(DocumentType type, String number, EvidenceLevel level) {
    return DocumentKey.of(new DocumentDetails(type, number, null, null, null, level));
  }
}
