package ua.vidnova.medical.fhir;

import io.agroal.api.AgroalDataSource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.hl7.fhir.r4.model.Encounter;
import org.hl7.fhir.r4.model.Organization;
import ua.vidnova.medical.fhir.mapping.OrganizationMapping;
import ua.vidnova.medical.visit.Visit;

/** What an Encounter tells beyond its visit: the brigade, and what other systems call it. */
@ApplicationScoped
class EncounterDetails {

  private static final String OF_TRIPS =
      "select id, brigade_id, brigade_name from trip where id = any(?)";

  private static final String OF_BRIGADES =
      """
      select distinct on (brigade_id) brigade_id as id, brigade_id, brigade_name
      from trip where brigade_id = any(?)
      order by brigade_id, starts_on desc
      """;

  private final AgroalDataSource database;
  private final VisitIdentifiers identifiers;

  @Inject
  EncounterDetails(AgroalDataSource database, VisitIdentifiers identifiers) {
    this.database = database;
    this.identifiers = identifiers;
  }

  /** Completes the encounters of some visits, by two queries however many there are. */
  void complete(Collection<Encounter> encounters, Collection<Visit> visits) {
    if (encounters.isEmpty()) {
      return;
    }
    var names = identifiers.of(visits.stream().map(Visit::id).toList());
    var brigades = brigadesOf(visits);
    for (var visit : visits) {
      encounters.stream()
          .filter(encounter -> encounter.getIdPart().equals(visit.id().toString()))
          .forEach(
              encounter -> {
                names.getOrDefault(visit.id(), List.of()).forEach(encounter::addIdentifier);
                Optional.ofNullable(brigades.get(visit.tripId()))
                    .map(OrganizationMapping::reference)
                    .ifPresent(encounter::setServiceProvider);
              });
    }
  }

  /** The brigades of the visits' trips, by trip. */
  Map<UUID, Organization> brigadesOf(Collection<Visit> visits) {
    return organizations(
        OF_TRIPS, visits.stream().map(Visit::tripId).filter(Objects::nonNull).distinct().toList());
  }

  /** Brigades by their ids, under the names that their last trips had. */
  Collection<Organization> brigades(Collection<UUID> ids) {
    return organizations(OF_BRIGADES, ids).values();
  }

  private Map<UUID, Organization> organizations(String sql, Collection<UUID> ids) {
    try (var connection = database.getConnection()) {
      return organizations(connection, sql, ids);
    } catch (SQLException e) {
      throw new IllegalStateException("Brigades could not be read", e);
    }
  }

  private static Map<UUID, Organization> organizations(
      Connection connection, String sql, Collection<UUID> ids) throws SQLException {
    try (var query = connection.prepareStatement(sql)) {
      query.setArray(1, connection.createArrayOf("uuid", ids.toArray()));
      var rows = query.executeQuery();
      var organizations = new HashMap<UUID, Organization>();
      while (rows.next()) {
        organizations.put(
            rows.getObject("id", UUID.class),
            OrganizationMapping.brigade(
                rows.getObject("brigade_id", UUID.class), rows.getString("brigade_name")));
      }
      return organizations;
    }
  }
}
