package ua.vidnova.gateway;

import io.quarkus.runtime.Quarkus;
import io.quarkus.runtime.annotations.QuarkusMain;

/** Starts the gateway. */
@QuarkusMain
public class Main {

  public static void main(String... arguments) {
    // Quarkus would answer a malformed address with an empty 400; HttpLimits gives a problem.
    System.setProperty("vertx.disableURIValidation", "true");
    Quarkus.run(arguments);
  }
}
