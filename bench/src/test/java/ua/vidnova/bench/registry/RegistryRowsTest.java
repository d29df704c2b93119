package ua.vidnova.bench.registry;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import ua.vidnova.bench.people.Population;
import ua.vidnova.bench.registry.RegistryRows.Row;
import ua.vidnova.bench.registry.RegistryRows.Table;

class RegistryRowsTest {

  @Test
  void copy_reads_back_what_was_written() {
    var text = new StringBuilder();

    new Row(Table.MATCH_KEY, "a\tb\\c\nd\r", null).appendTo(text);

    assertThat(text.toString()).isEqualTo("a\\tb\\\\c\\nd\\r\t\\N\n");
  }

  @Test
  void every_row_has_a_value_for_every_column_and_comes_after_what_it_refers_to() {
    new Population(1, 0, 0)
        .people(100)
        .forEach(
            person -> {
              var rows = RegistryRows.of(person).toList();
              assertThat(rows).extracting(Row::table).isSorted().contains(Table.values());
              assertThat(rows)
                  .allMatch(
                      row ->
                          row.values().length
                              == row.table().insert().chars().filter(sign -> sign == '?').count());
            });
  }
}
