package ua.vidnova.localstack.demo;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.LocalDate;

/** What a registrar writes down of an invented person: the body of a registration. */
public final class Registration {
  private final ObjectNode body = Gateway.JSON.createObjectNode();

  /** Someone with a passport in their hand; by default paid by the post, without a declaration. */
  public Registration(Person person, String settlement, LocalDate identifiedOn) {
    body.putObject("name")
        .put("family", person.family())
        .put("given", person.given())
        .put("patronymic", person.patronymic());
    body.put("birthDate", "" + person.birthDate())
        .put("sex", person.male() ? "MALE" : "FEMALE")
        .put("rnokpp", person.rnokpp())
        .put("settlement", settlement)
        .put("phone", person.phone())
        .put("identifiedOn", "" + identifiedOn);
    body.putArray("documents")
        .addObject()
        .put("type", "PASSPORT")
        .put("number", person.passport())
        .put("evidenceLevel", "ORIGINAL");
    body.putObject("paymentChannel").put("kind", "POST");
  }

  public Registration paidTo(String iban) {
    body.putObject("paymentChannel").put("kind", "BANK").put("iban", iban);
    return this;
  }

  public Registration declaresNoRussianPension(LocalDate on) {
    body.putObject("noRussianPension").put("declaredOn", "" + on);
    return this;
  }

  /** The body, which may still be changed. */
  public ObjectNode body() {
    return body;
  }
}
