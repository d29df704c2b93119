package ua.vidnova.coordination.trip;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import ua.vidnova.coordination.brigade.Member;

/**
 * Who goes where on which days.
 *
 * @param startsOn first day, in Kyiv; likewise the last
 * @param stops in the order in which they are made
 */
public record Plan(
    UUID brigadeId, List<Member> members, LocalDate startsOn, LocalDate endsOn, List<Stop> stops) {}
