package ua.vidnova.chassis.idempotency;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.agroal.api.AgroalDataSource;
import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.sql.SQLException;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** The answers that were given to requests with an idempotency key. */
@ApplicationScoped
class IdempotencyRecords {

  private static final List<String> KEPT_HEADERS =
      List.of(HttpHeaders.LOCATION, HttpHeaders.ETAG, HttpHeaders.CONTENT_TYPE);

  private final AgroalDataSource database;
  private final ObjectMapper json;
  private final Duration kept;

  @Inject
  IdempotencyRecords(
      AgroalDataSource database,
      ObjectMapper json,
      @ConfigProperty(name = "vidnova.idempotency.kept") Duration kept) {
    this.database = database;
    this.json = json;
    this.kept = kept;
  }

  record Stored(byte[] requestHash, Response answer) {}

  /** Holds the key until the transaction ends; false when another request holds it. */
  boolean tryLock(String caller, String key) {
    try (var connection = database.getConnection();
        var query =
            connection.prepareStatement(
                "select pg_try_advisory_xact_lock(hashtextextended(? || chr(10) || ?, 7))")) {
      query.setString(1, caller);
      query.setString(2, key);
      var row = query.executeQuery();
      row.next();
      return row.getBoolean(1);
    } catch (SQLException e) {
      throw new IllegalStateException("The idempotency key could not be locked", e);
    }
  }

  Optional<Stored> find(String caller, String key) {
    try (var connection = database.getConnection();
        var query =
            connection.prepareStatement(
                "select request_hash, status, headers, body from idempotency_record"
                    + " where caller = ? and key = ?")) {
      query.setString(1, caller);
      query.setString(2, key);
      var row = query.executeQuery();
      if (!row.next()) {
        return Optional.empty();
      }
      var answer = Response.status(row.getInt(2));
      json.readValue(row.getString(3), new TypeReference<Map<String, String>>() {})
          .forEach(answer::header);
      var body = row.getBytes(4);
      return Optional.of(
          new Stored(row.getBytes(1), body == null ? answer.build() : answer.entity(body).build()));
    } catch (SQLException | JsonProcessingException e) {
      throw new IllegalStateException("The idempotency record could not be read", e);
    }
  }

  /**
   * Keeps an answer and returns it as it was kept, so that first and later answers are the same.
   */
  Response keep(String caller, String key, byte[] requestHash, Response answer) {
    var headers = new LinkedHashMap<String, String>();
    for (var name : KEPT_HEADERS) {
      if (answer.getHeaderString(name) != null) {
        headers.put(name, answer.getHeaderString(name));
      }
    }
    try (var connection = database.getConnection();
        var insert =
            connection.prepareStatement(
                "insert into idempotency_record"
                    + " (caller, key, request_hash, status, headers, body)"
                    + " values (?, ?, ?, ?, ?::jsonb, ?)")) {
      var body = bodyOf(answer);
      if (body != null) {
        headers.putIfAbsent(HttpHeaders.CONTENT_TYPE, "application/json");
      }
      insert.setString(1, caller);
      insert.setString(2, key);
      insert.setBytes(3, requestHash);
      insert.setInt(4, answer.getStatus());
      insert.setString(5, json.writeValueAsString(headers));
      insert.setBytes(6, body);
      insert.executeUpdate();
      var same = Response.fromResponse(answer).entity(body);
      headers.forEach((name, value) -> same.header(name, null).header(name, value));
      return same.build();
    } catch (SQLException | JsonProcessingException e) {
      throw new IllegalStateException("The idempotency record could not be written", e);
    }
  }

  private byte[] bodyOf(Response answer) throws JsonProcessingException {
    return switch (answer.getEntity()) {
      case null -> null;
      case byte[] bytes -> bytes;
      default -> json.writeValueAsBytes(answer.getEntity());
    };
  }

  @Scheduled(every = "1h", delayed = "5m")
  void forgetOld() {
    try (var connection = database.getConnection();
        var delete =
            connection.prepareStatement(
                "delete from idempotency_record where created_at < now() - make_interval(secs => ?)")) {
      delete.setLong(1, kept.toSeconds());
      delete.executeUpdate();
    } catch (SQLException e) {
      throw new IllegalStateException("Old idempotency records could not be deleted", e);
    }
  }
}
