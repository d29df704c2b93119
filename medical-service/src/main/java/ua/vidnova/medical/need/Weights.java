package ua.vidnova.medical.need;

import static java.util.stream.Collectors.toMap;

import io.agroal.api.AgroalDataSource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/** The dated table of what gives how many points. */
@ApplicationScoped
public class Weights {

  private final AgroalDataSource database;

  @Inject
  Weights(AgroalDataSource database) {
    this.database = database;
  }

  /** Those in force on a day, by factor and threshold. */
  public List<Weight> inForce(LocalDate day) {
    return inForce(List.of(day)).get(day);
  }

  /** The same for several days. */
  Map<LocalDate, List<Weight>> inForce(Collection<LocalDate> days) {
    var all = all();
    return days.stream()
        .distinct()
        .collect(
            toMap(
                Function.identity(),
                day -> all.stream().filter(weight -> weight.isInForceOn(day)).toList()));
  }

  private List<Weight> all() {
    try (var connection = database.getConnection();
        var query =
            connection.prepareStatement(
                "select * from priority_rule order by factor, threshold, valid_from")) {
      var weights = new ArrayList<Weight>();
      var rows = query.executeQuery();
      while (rows.next()) {
        weights.add(
            new Weight(
                Factor.valueOf(rows.getString("factor")),
                rows.getInt("threshold"),
                rows.getInt("points"),
                rows.getObject("valid_from", LocalDate.class),
                rows.getObject("valid_until", LocalDate.class),
                rows.getString("source")));
      }
      return weights;
    } catch (SQLException e) {
      throw new IllegalStateException("The priority rules could not be read", e);
    }
  }
}
