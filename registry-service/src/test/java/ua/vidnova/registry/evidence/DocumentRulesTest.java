package ua.vidnova.registry.evidence;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import ua.vidnova.chassis.problems.FieldError;

class DocumentRulesTest {

  private static final LocalDate TODAY = LocalDate.of(2026, 11, 22);
  private static final LocalDate BIRTH = LocalDate.of(1951, 4, 17);
  private static final LocalDate NEXT_YEAR = LocalDate.of(2027, 1, 1);

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          PASSPORT                             | ЕК 123456     | ЕК123456
          PASSPORT                             | ek№123456     | ЕК123456
          PASSPORT                             | еk № 123456   | ЕК123456
          PASSPORT                             | ЫК123456      | refused
          PASSPORT                             | ЕК12345       | refused
          NATIONAL_ID                          | 001 234 567   | 001234567
          NATIONAL_ID                          | 00123456      | refused
          BIRTH_CERTIFICATE                    | І-ЖС 123456   | I-ЖС123456
          BIRTH_CERTIFICATE                    | IЖC № 123456  | I-ЖС123456
          BIRTH_CERTIFICATE                    | ХІІ–ЕК 000001 | XII-ЕК000001
          BIRTH_CERTIFICATE                    | 123456        | 123456
          BIRTH_CERTIFICATE                    | 1-ЖС 12345    | refused
          MARRIAGE_CERTIFICATE                 | І-БК 654321   | I-БК654321
          PERMANENT_RESIDENCE_PERMIT           | АБ 12345/67890 | АБ12345/67890
          PERMANENT_RESIDENCE_PERMIT           | 900000001     | 900000001
          TEMPORARY_RESIDENCE_PERMIT           | АБ 1234       | АБ1234
          TEMPORARY_RESIDENCE_PERMIT           | АБ 123        | refused
          REFUGEE_CERTIFICATE                  | АБ 123456     | АБ123456
          COMPLEMENTARY_PROTECTION_CERTIFICATE | АБ 123456     | АБ123456
          TEMPORARY_PASSPORT                   | x 1           | X1
          TEMPORARY_PASSPORT                   | 1             | refused
          PENSION_CERTIFICATE                  | АБ 123456     | АБ123456
          OTHER                                | 12-34/5       | 12-34/5
          OTHER                                | ;-- drop      | refused
          """)
  void each_kind_of_document_has_its_form_of_number(
      DocumentType type, String written, String kept) {
    var examined = examine(document(type, written, EvidenceLevel.ORIGINAL));
    assertThat(
            examined.errors().stream()
                .map(FieldError::code)
                .findFirst()
                .map(code -> "refused")
                .orElse(examined.details().number()))
        .isEqualTo(kept);
  }

  @Test
  void a_paper_issued_under_occupation_has_a_foreign_number_and_no_term() {
    var examined =
        examine(
            new DocumentDetails(
                DocumentType.NATIONAL_ID,
                "45 10 123456",
                null,
                null,
                null,
                EvidenceLevel.OCCUPATION_ISSUED));
    assertThat(examined.errors()).isEmpty();
    assertThat(examined.details().number()).isEqualTo("4510123456");
  }

  @Test
  void only_a_witness_statement_may_have_no_number() {
    var withoutNumber =
        Arrays.stream(DocumentType.values())
            .filter(
                type -> examine(document(type, null, EvidenceLevel.WITNESS)).errors().isEmpty());
    assertThat(withoutNumber).containsExactly(DocumentType.WITNESS_STATEMENT);
  }

  @Test
  void some_kinds_of_documents_always_expire() {
    var expiring =
        Arrays.stream(DocumentType.values())
            .filter(
                type ->
                    DocumentRules.examine(
                            new DocumentDetails(type, "1", null, null, null, EvidenceLevel.COPY),
                            BIRTH,
                            TODAY)
                        .errors()
                        .contains(
                            new FieldError(
                                "expiresOn", "required", "This kind of document expires.")));
    assertThat(expiring)
        .containsExactlyInAnyOrder(
            DocumentType.NATIONAL_ID,
            DocumentType.PERMANENT_RESIDENCE_PERMIT,
            DocumentType.TEMPORARY_RESIDENCE_PERMIT,
            DocumentType.REFUGEE_CERTIFICATE,
            DocumentType.TEMPORARY_PASSPORT);
  }

  @Test
  void a_document_that_has_expired_is_still_evidence() {
    var expired =
        new DocumentDetails(
            DocumentType.NATIONAL_ID,
            "001234567",
            LocalDate.of(2010, 1, 1),
            LocalDate.of(2020, 1, 1),
            null,
            EvidenceLevel.ORIGINAL);
    assertThat(examine(expired).errors()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          PASSPORT:ORIGINAL                                          | ORIGINAL
          PASSPORT:COPY,BIRTH_CERTIFICATE:REGISTER_EXTRACT           | REGISTER_EXTRACT
          PENSION_CERTIFICATE:ORIGINAL                               | COPY
          MARRIAGE_CERTIFICATE:REGISTER_EXTRACT                      | COPY
          PENSION_CERTIFICATE:ORIGINAL,PASSPORT:OCCUPATION_ISSUED    | COPY
          WITNESS_STATEMENT:WITNESS                                  | WITNESS
          WITNESS_STATEMENT:WITNESS,PASSPORT:OCCUPATION_ISSUED       | WITNESS
          PASSPORT:OCCUPATION_ISSUED                                 | OCCUPATION_ISSUED
          OTHER:OCCUPATION_ISSUED,PASSPORT:OCCUPATION_ISSUED         | OCCUPATION_ISSUED
          """)
  void a_person_is_known_as_well_as_the_strongest_paper_shows(String papers, EvidenceLevel level) {
    var documents =
        Stream.of(papers.split(","))
            .map(paper -> paper.split(":"))
            .map(
                paper ->
                    document(DocumentType.valueOf(paper[0]), "1", EvidenceLevel.valueOf(paper[1])))
            .toList();
    assertThat(EvidenceLevel.ofPerson(documents)).isEqualTo(level);
  }

  private static DocumentRules.Examination examine(DocumentDetails stated) {
    return DocumentRules.examine(stated, BIRTH, TODAY);
  }

  private static DocumentDetails document(DocumentType type, String number, EvidenceLevel level) {
    var proof = type == DocumentType.WITNESS_STATEMENT ? EvidenceLevel.WITNESS : level;
    return new DocumentDetails(type, number, null, NEXT_YEAR, null, proof);
  }
}
