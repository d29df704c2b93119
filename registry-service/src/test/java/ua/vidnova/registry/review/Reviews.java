package ua.vidnova.registry.review;

import static ua.vidnova.registry.RegistryApi.RESIDENTS;
import static ua.vidnova.registry.RegistryApi.as;
import static ua.vidnova.registry.RegistryApi.registrar;

import io.agroal.api.AgroalDataSource;
import io.restassured.response.ValidatableResponse;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import ua.vidnova.registry.matching.Band;
import ua.vidnova.registry.matching.Comparison;
import ua.vidnova.registry.matching.Feature;
import ua.vidnova.registry.matching.FeatureWeight;
import ua.vidnova.registry.matching.Origin;

/** The review queue as matching fills it and registrars use it. */
@ApplicationScoped
public class Reviews {

  public static final String REVIEWS = "/api/registry/v1/reviews";

  @Inject ReviewQueue queue;
  @Inject AgroalDataSource database;

  /** Proposes two residents and returns the pair. */
  public String proposed(String one, String other) {
    return proposed(one, other, 12.5);
  }

  public String proposed(String one, String other, double bits) {
    propose(one, other, bits);
    return pairOf(one, other);
  }

  public void propose(String one, String other, double bits) {
    queue.propose(UUID.fromString(one), UUID.fromString(other), comparison(bits), Origin.SYNC);
  }

  /** A comparison in which names agree and numbers are silent. */
  public static Comparison comparison(double bits) {
    return new Comparison(
        bits, Band.REVIEW, List.of(new FeatureWeight(Feature.FAMILY_NAME, "RUSSIAN", bits)));
  }

  /** The pair of two records; null when there is none. */
  public String pairOf(String one, String other) {
    return text(
        "select id from match_pair where low = least('%1$s'::uuid, '%2$s'::uuid)"
                .formatted(one, other)
            + " and high = greatest('%1$s'::uuid, '%2$s'::uuid)".formatted(one, other));
  }

  /** The first column of the first row; null when there is none. */
  public String text(String sql) {
    try (var connection = database.getConnection();
        var query = connection.createStatement()) {
      var rows = query.executeQuery(sql);
      return rows.next() ? rows.getString(1) : null;
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  public void execute(String sql) throws SQLException {
    try (var connection = database.getConnection();
        var statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }

  public static ValidatableResponse show(String pair, String token) {
    return as(token).get(REVIEWS + "/" + pair).then();
  }

  public static ValidatableResponse same(String pair, String survivor) {
    return decide(pair, Map.of("decision", "SAME", "survivor", survivor, "reason", "Один паспорт"));
  }

  public static ValidatableResponse different(String pair) {
    return decide(pair, Map.of("decision", "DIFFERENT", "reason", "Двоюрідні сестри"));
  }

  public static ValidatableResponse decide(String pair, Map<String, ?> decision) {
    return decide(pair, decision, registrar());
  }

  public static ValidatableResponse decide(String pair, Object decision, String token) {
    return as(token)
        .contentType("application/json")
        .body(decision)
        .post(REVIEWS + "/" + pair + "/decision")
        .then();
  }

  public static ValidatableResponse unmerge(String resident) {
    return unmerge(resident, registrar());
  }

  public static ValidatableResponse unmerge(String resident, String token) {
    return as(token)
        .contentType("application/json")
        .body(Map.of("reason", "Різні люди"))
        .post(RESIDENTS + "/" + resident + "/unmerge")
        .then();
  }

  /** What a person's record shows, without the version, which only grows. */
  public static Map<String, Object> viewOf(String resident) {
    return as(registrar())
        .get(RESIDENTS + "/" + resident)
        .then()
        .statusCode(200)
        .extract()
        .jsonPath()
        .getMap("");
  }

  /** Ids in the queue of the whole oblast that speak of all these residents. */
  public static List<String> openPairsOf(String... residents) {
    return as(registrar())
        .queryParam("residentId", residents[0])
        .queryParam("limit", 200)
        .get(REVIEWS)
        .then()
        .statusCode(200)
        .extract()
        .jsonPath()
        .<Map<String, Object>>getList("items")
        .stream()
        .filter(item -> Stream.of(residents).allMatch(item.get("sides").toString()::contains))
        .map(item -> item.get("id").toString())
        .toList();
  }
}
