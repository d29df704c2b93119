package ua.vidnova.chassis.time;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;

/** Today and now. Dates of law are days in Kyiv; instants are UTC. */
@ApplicationScoped
public class KyivCalendar {

  public static final ZoneId KYIV = ZoneId.of("Europe/Kyiv");

  private final Clock clock;

  @Inject
  public KyivCalendar(Clock clock) {
    this.clock = clock;
  }

  /** Returns the current date in Kyiv. */
  public LocalDate today() {
    return LocalDate.ofInstant(clock.instant(), KYIV);
  }

  /** Returns the current instant, cut to the microseconds that PostgreSQL keeps. */
  public Instant now() {
    return clock.instant().truncatedTo(java.time.temporal.ChronoUnit.MICROS);
  }
}
