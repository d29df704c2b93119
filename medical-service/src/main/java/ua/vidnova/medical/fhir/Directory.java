package ua.vidnova.medical.fhir;

import io.agroal.api.AgroalDataSource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.hl7.fhir.r4.model.Organization;
import org.hl7.fhir.r4.model.Practitioner;
import org.hl7.fhir.r4.model.Resource;
import ua.vidnova.contracts.reference.Territories;
import ua.vidnova.medical.fhir.mapping.LocationMapping;
import ua.vidnova.medical.fhir.mapping.OrganizationMapping;
import ua.vidnova.medical.fhir.mapping.PractitionerMapping;
import ua.vidnova.medical.fhir.mapping.ResourceId;

/** Staff and places: what the record refers to, and what is about no patient. */
@ApplicationScoped
class Directory {

  private static final String PRACTITIONERS =
      """
      select asked.id, newest.name
      from unnest(?) as asked (id)
      cross join lateral (
        select recorded_by_name as name from visit where recorded_by = asked.id
        order by recorded_at desc limit 1) as newest
      """;

  private final AgroalDataSource database;
  private final EncounterDetails details;

  @Inject
  Directory(AgroalDataSource database, EncounterDetails details) {
    this.database = database;
    this.details = details;
  }

  List<? extends Resource> find(Offer offer, List<String> ids) {
    return switch (offer) {
      case PRACTITIONER -> practitioners(ids);
      case LOCATION ->
          ids.stream()
              .distinct()
              .flatMap(id -> Territories.ukraine().find(id).stream())
              .map(LocationMapping::of)
              .toList();
      case ORGANIZATION -> organizations(ids);
      default -> List.of();
    };
  }

  private List<? extends Resource> organizations(List<String> ids) {
    var brigades =
        details.brigades(ids.stream().flatMap(id -> ResourceId.uuid(id).stream()).toList());
    var service =
        ids.contains(OrganizationMapping.SERVICE)
            ? Stream.of(OrganizationMapping.service())
            : Stream.<Organization>empty();
    return Stream.concat(service, brigades.stream()).toList();
  }

  /** Medics who recorded a visit, under the name that their newest one has. */
  private List<? extends Resource> practitioners(List<String> ids) {
    try (var connection = database.getConnection();
        var query = connection.prepareStatement(PRACTITIONERS)) {
      query.setArray(1, connection.createArrayOf("text", ids.stream().distinct().toArray()));
      var rows = query.executeQuery();
      var practitioners = new ArrayList<Practitioner>();
      while (rows.next()) {
        practitioners.add(PractitionerMapping.of(rows.getString("id"), rows.getString("name")));
      }
      return practitioners;
    } catch (SQLException e) {
      throw new IllegalStateException("Staff could not be read", e);
    }
  }
}
