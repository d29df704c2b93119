package ua.vidnova.chassis.exchange;

import jakarta.enterprise.context.RequestScoped;
import java.util.Optional;

/** The exchange that the present request came through; every audit entry of it names it. */
@RequestScoped
public class PresentExchange {

  private Exchange exchange;

  void is(Exchange checked) {
    exchange = checked;
  }

  /** Empty when the call came directly, or nobody called. */
  public Optional<Exchange> get() {
    return Optional.ofNullable(exchange);
  }
}
