package ua.vidnova.medical.availability.rest;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import ua.vidnova.contracts.reference.Territories;
import ua.vidnova.contracts.reference.Territory;
import ua.vidnova.medical.availability.Amenity;
import ua.vidnova.medical.availability.Availability;
import ua.vidnova.medical.availability.Extent;
import ua.vidnova.medical.availability.HealthService;
import ua.vidnova.medical.availability.StatedAvailability;

/** A statement as callers see it; what it does not name is not known. */
@Schema(name = "Availability")
@JsonInclude(JsonInclude.Include.NON_NULL)
public record AvailabilityView(
    UUID id,
    String settlement,
    String settlementName,
    LocalDate statedOn,
    String source,
    Extent functionality,
    Extent damage,
    Map<Amenity, Extent> amenities,
    Map<HealthService, Availability.ServiceState> services,
    String note,
    String statedByName,
    Instant statedAt) {

  static AvailabilityView of(StatedAvailability stated) {
    var facts = stated.facts();
    return new AvailabilityView(
        facts.id(),
        facts.settlement(),
        Territories.ukraine().find(facts.settlement()).map(Territory::nameUk).orElse(null),
        facts.statedOn(),
        facts.source(),
        facts.functionality(),
        facts.damage(),
        new TreeMap<>(facts.amenities()),
        new TreeMap<>(facts.services()),
        facts.note(),
        stated.statedByName(),
        stated.statedAt());
  }
}
