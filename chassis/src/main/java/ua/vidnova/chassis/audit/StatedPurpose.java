package ua.vidnova.chassis.audit;

import jakarta.enterprise.context.RequestScoped;
import java.util.Optional;

/**
 * For what the present request asks for personal data. A service that has purposes states one
 * before it works; every audit entry of the request then carries it.
 */
@RequestScoped
public class StatedPurpose {

  private String code;

  /**
   * States the purpose of the request.
   *
   * @param purpose a code of capital letters and underscores, checked by the service
   */
  public void state(String purpose) {
    code = purpose;
  }

  /** Empty when the service has no purposes, or nobody called. */
  public Optional<String> code() {
    return Optional.ofNullable(code);
  }
}
