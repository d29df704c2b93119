package ua.vidnova.contracts.reference;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVRecord;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;
import ua.vidnova.contracts.identifiers.TerritoryCode;

class TerritoriesTest {

  private static final String LUHANSK_OBLAST = "UA44000000000018893";
  private static final String ALCHEVSK_RAION = "UA44020000000082097";
  private static final String ALCHEVSK_HROMADA = "UA44020010000067642";
  private static final String ALCHEVSK = "UA44020010010037242";

  private final Territories ukraine = Territories.ukraine();

  @Test
  void holds_the_whole_codifier_with_every_parent_above_its_children() {
    assertThat(ukraine.all()).hasSize(31_748);
    assertThat(ukraine.all())
        .allSatisfy(
            territory -> {
              assertThat(TerritoryCode.isWellFormed(territory.code())).isTrue();
              assertThat(ukraine.find(territory.code())).contains(territory);
              if (territory.level() == 1) {
                assertThat(territory.parentCode()).isNull();
              } else {
                assertThat(ukraine.find(territory.parentCode()).orElseThrow().level())
                    .isLessThan(territory.level());
              }
            });
  }

  @Test
  void holds_luhansk_oblast_as_its_own_list_has_it() throws IOException {
    List<CSVRecord> rows = rows("/contracts/reference/katottg_luhansk_2025-05-16.csv");
    assertThat(rows).hasSize(976);
    for (CSVRecord row : rows) {
      Territory territory = ukraine.find(row.get("code")).orElseThrow();
      assertThat(territory)
          .isEqualTo(
              new Territory(
                  row.get("code"),
                  Integer.parseInt(row.get("level")),
                  row.get("parent_code").isEmpty() ? null : row.get("parent_code"),
                  row.get("category"),
                  row.get("name_uk")));
      assertThat(territory.nameLat()).isEqualTo(row.get("name_lat_kmu55"));
    }
    assertThat(ukraine.all().filter(one -> ukraine.isWithin(one.code(), LUHANSK_OBLAST)))
        .hasSameSizeAs(rows);
  }

  @ParameterizedTest
  @CsvSource({
    "UA44020010010037242, true, a city",
    "UA01020010020030666, true, a селище",
    "UA01020010010075540, true, a village",
    "UA80000000000093317, true, Kyiv: no settlement lies below it",
    "UA44020010000067642, false, a hromada",
    "UA44020000000082097, false, a raion",
    "UA44000000000018893, false, an oblast",
    "UA80000000000126643, false, a district of a city",
    "UA44020010010037243, false, a code that nothing has"
  })
  void a_settlement_is_where_people_have_an_address(String code, boolean settlement, String why) {
    assertThat(ukraine.isSettlement(code)).as(why).isEqualTo(settlement);
  }

  @Test
  void a_settlement_lies_within_itself_and_all_above_it() {
    assertThat(ukraine.lineage(ALCHEVSK).map(Territory::code))
        .containsExactly(ALCHEVSK, ALCHEVSK_HROMADA, ALCHEVSK_RAION, LUHANSK_OBLAST)
        .allMatch(ancestor -> ukraine.isWithin(ALCHEVSK, ancestor));
    assertThat(ukraine.isWithin(LUHANSK_OBLAST, ALCHEVSK)).isFalse();
    assertThat(ukraine.isWithin(ALCHEVSK, "UA80000000000093317")).isFalse();
  }

  @ParameterizedTest
  @CsvSource({
    "UA32000000010085013, UA32000000000030281, Prypiat lies in no raion",
    "UA32000000020050699, UA32000000000030281, Chornobyl lies in no raion",
    "UA80000000000126643, UA80000000000093317, a district of Kyiv lies in the city at once"
  })
  void ancestry_follows_the_parent_column_where_levels_are_skipped(
      String code, String parentCode, String why) {
    assertThat(ukraine.lineage(code).map(Territory::code))
        .as(why)
        .containsExactly(code, parentCode);
    assertThat(ukraine.hromadaOf(code)).as(why).isEmpty();
  }

  @Test
  void the_hromada_of_a_settlement_is_found_and_special_cities_have_none() {
    assertThat(ukraine.hromadaOf(ALCHEVSK).map(Territory::code)).contains(ALCHEVSK_HROMADA);
    assertThat(ukraine.hromadaOf(ALCHEVSK_HROMADA).map(Territory::code)).contains(ALCHEVSK_HROMADA);
    assertThat(ukraine.hromadaOf(ALCHEVSK_RAION)).isEmpty();
    assertThat(ukraine.hromadaOf("UA80000000000093317")).isEmpty();
  }

  @ParameterizedTest
  @NullSource
  @ValueSource(strings = {"", "UA", "UA44020010010037243", "UA140201100200772055"})
  void an_unknown_code_is_found_nowhere(String code) {
    assertThat(ukraine.find(code)).isEmpty();
    assertThat(ukraine.isWithin(code, LUHANSK_OBLAST)).isFalse();
    assertThat(ukraine.isWithin(ALCHEVSK, code)).isFalse();
    assertThat(ukraine.hromadaOf(code)).isEmpty();
  }

  private static List<CSVRecord> rows(String resource) throws IOException {
    try (var file = TerritoriesTest.class.getResourceAsStream(resource)) {
      return CSVFormat.DEFAULT
          .builder()
          .setHeader()
          .setSkipHeaderRecord(true)
          .get()
          .parse(new InputStreamReader(file, StandardCharsets.UTF_8))
          .getRecords();
    }
  }
}
