package ua.vidnova.chassis.events;

import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/**
 * A record as it came from Kafka, before anything is known of it.
 *
 * @param headers as text, broken bytes replaced
 * @param data null for a tombstone
 */
record Message(
    String topic,
    int partition,
    long offset,
    String key,
    Map<String, String> headers,
    byte[] data) {

  static Message of(ConsumerRecord<String, byte[]> received) {
    var headers = new LinkedHashMap<String, String>();
    for (var header : received.headers()) {
      if (header.value() != null) {
        headers.put(header.key(), new String(header.value(), StandardCharsets.UTF_8));
      }
    }
    return new Message(
        received.topic(),
        received.partition(),
        received.offset(),
        received.key(),
        headers,
        received.value());
  }

  Optional<String> header(String name) {
    return Optional.ofNullable(headers.get(name)).filter(value -> !value.isBlank());
  }

  String place() {
    return topic + "/" + partition + "/" + offset;
  }
}
