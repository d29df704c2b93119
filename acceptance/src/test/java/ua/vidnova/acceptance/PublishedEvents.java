package ua.vidnova.acceptance;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;

/** Reads a topic from its beginning to its present end, beside the services and unseen by them. */
final class PublishedEvents {
  private static final ObjectMapper JSON = new ObjectMapper();

  private PublishedEvents() {}

  /** One message. */
  record Event(String id, String type, JsonNode data) {

    private static Event of(ConsumerRecord<String, byte[]> message) {
      try {
        return new Event(
            header(message, "ce_id"), header(message, "ce_type"), JSON.readTree(message.value()));
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }

    private static String header(ConsumerRecord<?, ?> message, String name) {
      return new String(message.headers().lastHeader(name).value(), UTF_8);
    }
  }

  static List<Event> of(String bootstrapServers, String topic, String type) {
    Map<String, Object> settings =
        Map.of(
            ConsumerConfig.BOOTSTRAP_SERVERS_CONFIG, bootstrapServers,
            ConsumerConfig.KEY_DESERIALIZER_CLASS_CONFIG, StringDeserializer.class,
            ConsumerConfig.VALUE_DESERIALIZER_CLASS_CONFIG, ByteArrayDeserializer.class);
    try (KafkaConsumer<String, byte[]> consumer = new KafkaConsumer<>(settings)) {
      List<TopicPartition> partitions =
          consumer.partitionsFor(topic).stream()
              .map(partition -> new TopicPartition(topic, partition.partition()))
              .toList();
      consumer.assign(partitions);
      consumer.seekToBeginning(partitions);
      Map<TopicPartition, Long> ends = consumer.endOffsets(partitions);
      List<Event> events = new ArrayList<>();
      while (ends.entrySet().stream()
          .anyMatch(end -> consumer.position(end.getKey()) < end.getValue())) {
        for (ConsumerRecord<String, byte[]> message : consumer.poll(Duration.ofSeconds(1))) {
          if (Event.header(message, "ce_type").equals(type)) {
            events.add(Event.of(message));
          }
        }
      }
      return events;
    }
  }
}
