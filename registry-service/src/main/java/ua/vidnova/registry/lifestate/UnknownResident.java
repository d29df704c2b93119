package ua.vidnova.registry.lifestate;

import java.util.UUID;

/** An event is about someone whom the registry does not know. */
public class UnknownResident extends RuntimeException {

  private static final long serialVersionUID = 1L;

  public UnknownResident(UUID residentId) {
    super("No resident " + residentId);
  }
}
