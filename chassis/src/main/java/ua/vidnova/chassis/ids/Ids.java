package ua.vidnova.chassis.ids;

import com.github.f4b6a3.uuid.UuidCreator;
import java.util.UUID;

/** Identifiers of everything that Vidnova names: UUID version 7 (RFC 9562), ordered by time. */
public final class Ids {

  private Ids() {}

  /** Returns a new UUIDv7; successive calls in one process ascend. */
  public static UUID newId() {
    return UuidCreator.getTimeOrderedEpoch();
  }

  /** Tells whether an id made elsewhere, such as on a device, is a UUIDv7. */
  public static boolean isTimeOrdered(UUID id) {
    return id.version() == 7 && id.variant() == 2;
  }
}
