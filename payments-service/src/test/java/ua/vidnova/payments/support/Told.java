package ua.vidnova.payments.support;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Consumer;
import ua.vidnova.chassis.ids.Ids;
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
    data.put("identifiedOn", Payments.today().toString());
    data.put("noRussianPensionDeclaredOn", Payments.today().toString());
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

  /** A registrar decided that the first is of the same person as the survivor. */
  public static void merged(UUID residentId, UUID survivorId) {
    merged(residentId, survivorId, Instant.now());
  }

  public static void merged(UUID residentId, UUID survivorId, Instant at) {
    tellMerge("ResidentMerged", residentId, survivorId, at);
  }

  public static void unmerged(UUID residentId, UUID survivorId) {
    unmerged(residentId, survivorId, Instant.now());
  }

  public static void unmerged(UUID residentId, UUID survivorId, Instant at) {
    tellMerge("ResidentUnmerged", residentId, survivorId, at);
  }

  private static void tellMerge(String name, UUID residentId, UUID survivorId, Instant at) {
    var data = EventSamples.json("registry.residents", name + ".v1");
    data.put("residentId", residentId.toString()).put("survivorId", survivorId.toString());
    sendAt(Ids.newId().toString(), at, "/vidnova/registry", residentId, name, data);
  }

  /** A life state in full, as it is told to those who know all four. */
  public static void lifeState(UUID residentId, String state, LocalDate on) {
    send(
        "registry.residents",
        residentId.toString(),
        "ua.vidnova.registry.LifeStateChanged.v1",
        lifeStateData(residentId, state, on));
  }

  /** The same event again, or one that was on its way since an earlier time. */
  public static void lifeStateAt(
      String eventId, Instant time, UUID residentId, String state, LocalDate on) {
    sendAt(
        eventId,
        time,
        "/vidnova/test",
        residentId,
        "LifeStateChanged",
        lifeStateData(residentId, state, on));
  }

  private static void sendAt(
      String eventId, Instant time, String source, UUID residentId, String name, ObjectNode data) {
    KafkaProbe.sendRaw(
        "registry.residents",
        residentId.toString(),
        Map.of(
            "ce_specversion",
            "1.0",
            "ce_id",
            eventId,
            "ce_source",
            source,
            "ce_type",
            "ua.vidnova.registry." + name + ".v1",
            "ce_time",
            time.toString(),
            "content-type",
            "application/json"),
        data.toString().getBytes(StandardCharsets.UTF_8));
  }

  private static ObjectNode lifeStateData(UUID residentId, String state, LocalDate on) {
    var data = EventSamples.json("registry.residents", "LifeStateChanged.v1");
    data.put("residentId", residentId.toString());
    data.put("lifeState", Set.of("LIVING", "MISSING").contains(state) ? "LIVING" : "DECEASED");
    data.put("legalState", state);
    data.put("effectiveOn", on.toString());
    return data;
  }

  /** A death as it was told before there were four states. */
  public static void diedOfOld(UUID residentId, LocalDate on) {
    var data = lifeStateData(residentId, "DECEASED", on);
    data.remove("legalState");
    send(
        "registry.residents",
        residentId.toString(),
        "ua.vidnova.registry.LifeStateChanged.v1",
        data);
  }

  /** With an office of the post that works there once it is liberated. */
  public static void settlement(String code, String status, LocalDate from) {
    if (status.equals("LIBERATED")) {
      postOffice(code, "WORKING");
    }
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

  /** A settlement's office of the post, always the same one, and whether it works. */
  public static void postOffice(String settlement, String state) {
    var id = UUID.nameUUIDFromBytes(settlement.getBytes(StandardCharsets.UTF_8)).toString();
    var data = EventSamples.json("coordination.cash-points", "CashPointChanged.v1");
    data.put("cashPointId", id);
    data.put("kind", "POST");
    data.put("placeName", "Відділення поштового зв’язку");
    data.put("homeSettlement", settlement);
    data.putArray("serves").addObject().put("settlement", settlement);
    data.put("state", state);
    send("coordination.cash-points", id, "ua.vidnova.coordination.CashPointChanged.v1", data);
  }

  private static void send(String topic, String key, String type, ObjectNode data) {
    KafkaProbe.send(topic, key, type, data);
  }
}
