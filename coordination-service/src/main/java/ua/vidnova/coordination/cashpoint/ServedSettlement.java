package ua.vidnova.coordination.cashpoint;

import static java.util.function.Function.identity;
import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toCollection;
import static java.util.stream.Collectors.toList;
import static java.util.stream.Collectors.toMap;

import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import jakarta.persistence.Embeddable;
import jakarta.persistence.EmbeddedId;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import java.io.Serializable;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Stream;

/** One settlement whose people a cash point serves. */
@Entity
@Table(name = "cash_point_service")
public class ServedSettlement extends PanacheEntityBase {

  /** Each settlement once. */
  @Embeddable
  public record Key(UUID cashPointId, String settlement) implements Serializable {}

  @EmbeddedId private Key key;
  private String[] weekdays;
  private LocalDate[] dates;

  protected ServedSettlement() {}

  private ServedSettlement(UUID cashPointId, Served served) {
    key = new Key(cashPointId, served.settlement());
    comeOn(served);
  }

  static void replace(UUID cashPointId, List<Served> serves) {
    Map<String, ServedSettlement> before =
        ServedSettlement.<ServedSettlement>list("key.cashPointId", cashPointId).stream()
            .collect(toMap(row -> row.key.settlement(), identity()));
    for (var served : serves) {
      var row = before.remove(served.settlement());
      if (row == null) {
        new ServedSettlement(cashPointId, served).persist();
      } else {
        row.comeOn(served);
      }
    }
    before.values().forEach(ServedSettlement::delete);
  }

  private void comeOn(Served served) {
    weekdays = served.weekdays().stream().map(DayOfWeek::name).toArray(String[]::new);
    dates = served.dates().toArray(LocalDate[]::new);
  }

  static List<Served> listOf(UUID cashPointId) {
    return mapOf(List.of(cashPointId)).getOrDefault(cashPointId, List.of());
  }

  /** Whom each of the cash points serves, by settlement. */
  static Map<UUID, List<Served>> mapOf(Collection<UUID> cashPointIds) {
    Stream<ServedSettlement> rows =
        ServedSettlement.<ServedSettlement>list(
            "key.cashPointId in ?1 order by key.settlement", cashPointIds)
            .stream();
    return rows.collect(
        groupingBy(row -> row.key.cashPointId(), mapping(ServedSettlement::served, toList())));
  }

  private Served served() {
    return new Served(
        key.settlement(),
        Arrays.stream(weekdays).map(DayOfWeek::valueOf).collect(toCollection(TreeSet::new)),
        new TreeSet<>(Arrays.asList(dates)));
  }
}
