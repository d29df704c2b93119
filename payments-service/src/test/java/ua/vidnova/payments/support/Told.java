package ua.vidnova.payments.support;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.LocalDate;
import java.util.UUID;
import java.util.function.Consumer;
import ua.vidnova.chassis.testing.EventSamples;
import ua.vidnova.chassis.testing.KafkaProbe;

/** What registry and coordination tell, by Kafka, in the shape of contracts' samples. */
public final class Told {

  private Told() {}

  /** Someone was identified on an original, wants the post, and has declared what is needed. */
  public static void identified(Person person) {
    identified(person, identity -> {});
  }

  /** The same with changes. */
  public static void identified(Person person, Consumer<ObjectNode> changes) {
    var data = EventSamples.json("registry.identity", "IdentityEstablished.v1");
    data.put("residentId", person.residentId().toString());
    data.put("settlement", person.settlement());
    ((ObjectNode) data.get("name")).put("family", person.familyName());
    data.put("birthDate", person.birthDate().toString());
    data.put("rnokpp", person.rnokpp());
    data.putObject("paymentChannel").put("kind", "POST");
    changes.accept(data);
    send(
        "registry.identity",
        person.residentId().toString(),
        "ua.vidnova.registry.IdentityEstablished.v1",
        data);
  }

  /** For {@link #identified(Person, Consumer)}: a bank account. */
  public static Consumer<ObjectNode> byBank(String iban) {
    return data -> {
      var channel = data.putObject("paymentChannel").put("kind", "BANK");
      if (iban != null) {
        channel.put("iban", iban);
      }
    };
  }

  public static void registered(Person person) {
    var data = EventSamples.json("registry.residents", "ResidentRegistered.v1");
    data.put("residentId", person.residentId().toString());
    data.put("settlement", person.settlement());
    send(
        "registry.residents",
        person.residentId().toString(),
        "ua.vidnova.registry.ResidentRegistered.v1",
        data);
  }

  public static void died(UUID residentId, LocalDate on) {
    lifeState(residentId, "DECEASED", on);
  }

  public static void alive(UUID residentId, LocalDate on) {
    lifeState(residentId, "LIVING", on);
  }

  private static void lifeState(UUID residentId, String state, LocalDate on) {
    var data = EventSamples.json("registry.residents", "LifeStateChanged.v1");
    data.put("residentId", residentId.toString());
    data.put("lifeState", state);
    data.put("effectiveOn", on.toString());
    send(
        "registry.residents",
        residentId.toString(),
        "ua.vidnova.registry.LifeStateChanged.v1",
        data);
  }

  public static void settlement(String code, String status, LocalDate from) {
    var data = EventSamples.json("coordination.settlements", "SettlementStatusChanged.v1");
    data.put("settlement", code);
    data.put("status", status);
    data.put("effectiveOn", from.toString());
    send(
        "coordination.settlements",
        code,
        "ua.vidnova.coordination.SettlementStatusChanged.v1",
        data);
  }

  private static void send(String topic, String key, String type, ObjectNode data) {
    KafkaProbe.send(topic, key, type, data);
  }
}
