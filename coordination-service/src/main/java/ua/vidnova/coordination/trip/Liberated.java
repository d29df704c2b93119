package ua.vidnova.coordination.trip;

import static java.util.stream.Collectors.toMap;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import ua.vidnova.coordination.settlement.SettlementStatus;
import ua.vidnova.coordination.settlement.Status;

/** Which settlements of a plan are liberated. */
@ApplicationScoped
class Liberated {

  /** First day of the status, of those that are. */
  Map<String, LocalDate> since(List<Stop> stops) {
    return SettlementStatus.findOf(stops.stream().map(Stop::settlement).distinct().toList())
        .values()
        .stream()
        .filter(one -> one.status() == Status.LIBERATED)
        .collect(toMap(SettlementStatus::settlement, SettlementStatus::effectiveOn));
  }
}
