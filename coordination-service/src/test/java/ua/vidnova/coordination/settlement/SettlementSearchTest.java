package ua.vidnova.coordination.settlement;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import ua.vidnova.coordination.settlement.SettlementSearch.Hit;

class SettlementSearchTest {

  private static final SettlementSearch SEARCH = new SettlementSearch();

  @ParameterizedTest
  @CsvSource({
    "Новоайдар, UA44160030010058180",
    "новоайдар, UA44160030010058180",
    "Novoaidar, UA44160030010058180",
    "UA44160030010058180, UA44160030010058180",
    "ua44160030010058180, UA44160030010058180",
    "Лисичанськ, UA44120050010021900",
    "Lysychansk, UA44120050010021900",
    "Сіверськодонецьк, UA44120110010072887",
    "Новоайдар Луганська, UA44160030010058180",
  })
  void the_settlement_meant_comes_first(String query, String code) {
    assertThat(SEARCH.find(query, Optional.empty(), 1)).extracting(Hit::code).containsExactly(code);
  }

  @Test
  void an_apostrophe_of_any_kind_or_none_finds_the_same() {
    var expected = SEARCH.find("Знам’янка", Optional.empty(), 10);
    assertThat(expected).isNotEmpty();
    for (var query : java.util.List.of("Знам'янка", "Знамʼянка", "Знамянка")) {
      assertThat(SEARCH.find(query, Optional.empty(), 10)).isEqualTo(expected);
    }
  }

  @Test
  void pages_make_up_the_whole_list() {
    var whole = SEARCH.find("Іванівка", Optional.empty(), 1000);
    assertThat(whole).hasSizeGreaterThan(20);
    var paged = new ArrayList<Hit>();
    Optional<Hit> last = Optional.empty();
    do {
      var page = SEARCH.find("Іванівка", last, 7);
      paged.addAll(page);
      last = page.isEmpty() ? Optional.empty() : Hit.at(page.getLast().position());
    } while (last.isPresent());
    assertThat(paged).isEqualTo(whole);
  }

  @Test
  void what_is_no_settlement_is_not_found() {
    assertThat(SEARCH.find("UA44000000000018893", Optional.empty(), 5)).isEmpty();
    assertThat(SEARCH.find("Нетакоговсвіті", Optional.empty(), 5)).isEmpty();
    assertThat(SEARCH.find("--", Optional.empty(), 5)).isEmpty();
  }
}
