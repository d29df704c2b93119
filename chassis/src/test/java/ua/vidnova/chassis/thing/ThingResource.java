package ua.vidnova.chassis.thing;

import io.agroal.api.AgroalDataSource;
import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.PastOrPresent;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Response;
import java.math.BigDecimal;
import java.net.URI;
import java.sql.SQLException;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import ua.vidnova.chassis.audit.AuditTrail;
import ua.vidnova.chassis.events.Outbox;
import ua.vidnova.chassis.events.OutgoingEvent;
import ua.vidnova.chassis.idempotency.Idempotent;
import ua.vidnova.chassis.ids.Ids;
import ua.vidnova.chassis.problems.Problems;

/** A service of one table, on which the chassis is tested. */
@Path("v1/things")
@RolesAllowed("registrar")
public class ThingResource {

  /** When set, making a thing waits for it: so a test can have two requests at once. */
  public static final AtomicReference<CountDownLatch> GATE = new AtomicReference<>();

  @Inject AgroalDataSource database;
  @Inject AuditTrail trail;
  @Inject Outbox outbox;

  public record Part(@NotBlank String name) {}

  public record Request(
      @NotBlank String name,
      @PastOrPresent LocalDate on,
      Instant at,
      List<@Valid Part> parts,
      Integer count,
      BigDecimal weight) {}

  public record ThingMade(UUID residentId, String settlement, LocalDate registeredOn)
      implements OutgoingEvent {

    @Override
    public String topic() {
      return "registry.residents";
    }

    @Override
    public String type() {
      return "ua.vidnova.registry.ResidentRegistered.v1";
    }

    @Override
    public String key() {
      return residentId.toString();
    }
  }

  @POST
  @Idempotent
  public Response make(@Valid @NotNull Request request) throws SQLException, InterruptedException {
    var id = Ids.newId();
    try (var connection = database.getConnection();
        var insert = connection.prepareStatement("insert into thing values (?, ?)")) {
      insert.setObject(1, id);
      insert.setString(2, request.name());
      insert.executeUpdate();
    }
    if (GATE.get() != null) {
      GATE.get().await(20, TimeUnit.SECONDS);
    }
    if (request.name().equals("taken")) {
      return Problems.conflict("taken", "It is taken").toResponse();
    }
    if (request.name().equals("broken")) {
      throw new IllegalArgumentException("a secret: " + request.name());
    }
    outbox.append(new ThingMade(id, "UA44080030010072147", LocalDate.of(2026, 11, 1)));
    trail.wrote("made", "thing", id, id);
    return Response.created(URI.create("/api/thing/v1/things/" + id))
        .entity(Map.of("id", id, "name", request.name()))
        .build();
  }

  @GET
  @Path("{id}")
  public Map<String, Object> get(
      @PathParam("id") UUID id,
      @QueryParam("n") Integer n,
      @QueryParam("of") UUID of,
      @QueryParam("on") LocalDate on,
      @QueryParam("in") YearMonth in,
      @QueryParam("kind") DayOfWeek kind) {
    trail.read("thing", id, id);
    return Map.of("id", id);
  }
}
