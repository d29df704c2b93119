package ua.vidnova.coordination.trip;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import java.time.LocalDate;
import java.util.UUID;

/**
 * Where a brigade stops.
 *
 * @param stopId made by who plans; it stays when the stop is moved
 * @param settlement KATOTTG code
 * @param on the day, in Kyiv
 * @param place where in the settlement; null when the brigade goes from house to house
 */
@Embeddable
public record Stop(
    UUID stopId, String settlement, @Column(name = "on_day") LocalDate on, String place) {}
