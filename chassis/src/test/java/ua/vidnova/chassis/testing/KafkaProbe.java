package ua.vidnova.chassis.testing;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import java.util.function.Predicate;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;

/** Sends events to the service under test and reads what it published. */
public final class KafkaProbe {

  private static final Duration PATIENCE = Duration.ofSeconds(30);
  private static final ObjectMapper JSON =
      new ObjectMapper()
          .registerModule(new JavaTimeModule())
          .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS);

  private KafkaProbe() {}

  /** An event as Kafka holds it. */
  public record Received(String id, String type, String key, JsonNode data) {}

  /** Sends an event with a new id, which it returns. */
  public static String send(String topic, String key, String type, Object data) {
    var id = UUID.randomUUID().toString();
    sendAs(id, topic, key, type, data);
    return id;
  }

  /** Sends an event under a given id, such as one that was sent before. */
  public static void sendAs(String id, String topic, String key, String type, Object data) {
    try {
      var bytes = data instanceof byte[] raw ? raw : JSON.writeValueAsBytes(data);
      sendRaw(
          topic,
          key,
          Map.of(
              "ce_specversion",
              "1.0",
              "ce_id",
              id,
              "ce_source",
              "/vidnova/test",
              "ce_type",
              type,
              "ce_time",
              Instant.now().toString(),
              "content-type",
              "application/json"),
          bytes);
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }

  /** Sends whatever it is given, also what no producer of ours would send. */
  public static void sendRaw(String topic, String key, Map<String, String> headers, byte[] data) {
    var record = new RecordHeaders();
    headers.forEach((name, value) -> record.add(name, value.getBytes(StandardCharsets.UTF_8)));
    try (var producer =
        new KafkaProducer<>(
            Map.<String, Object>of("bootstrap.servers", TestPlatform.bootstrapServers()),
            new StringSerializer(),
            new ByteArraySerializer())) {
      producer.send(new ProducerRecord<>(topic, null, key, data, record)).get();
    } catch (InterruptedException | ExecutionException e) {
      throw new IllegalStateException(e);
    }
  }

  /** Waits for the first event of a type that fits. */
  public static Received await(String topic, String type, Predicate<JsonNode> fits) {
    try (var consumer = consumer(topic)) {
      var deadline = System.nanoTime() + PATIENCE.toNanos();
      while (System.nanoTime() < deadline) {
        for (var record : consumer.poll(Duration.ofMillis(200))) {
          var received = received(record);
          if (type.equals(received.type()) && fits.test(received.data())) {
            return received;
          }
        }
      }
    }
    throw new AssertionError("No " + type + " that fits came within " + PATIENCE);
  }

  /** Everything that a topic holds now, each key in order. */
  public static List<Received> all(String topic) {
    try (var consumer = consumer(topic)) {
      var ends = consumer.endOffsets(consumer.assignment());
      var found = new ArrayList<Received>();
      while (ends.entrySet().stream()
          .anyMatch(end -> consumer.position(end.getKey()) < end.getValue())) {
        consumer.poll(Duration.ofMillis(200)).forEach(record -> found.add(received(record)));
      }
      return found;
    }
  }

  private static KafkaConsumer<String, byte[]> consumer(String topic) {
    var settings = new HashMap<String, Object>();
    settings.put("bootstrap.servers", TestPlatform.bootstrapServers());
    settings.put("enable.auto.commit", false);
    settings.put("auto.offset.reset", "earliest");
    var consumer =
        new KafkaConsumer<>(settings, new StringDeserializer(), new ByteArrayDeserializer());
    var partitions =
        consumer.partitionsFor(topic).stream()
            .map(partition -> new TopicPartition(topic, partition.partition()))
            .toList();
    consumer.assign(partitions);
    consumer.seekToBeginning(partitions);
    return consumer;
  }

  private static Received received(ConsumerRecord<String, byte[]> record) {
    try {
      return new Received(
          header(record, "ce_id"),
          header(record, "ce_type"),
          record.key(),
          record.value() == null ? null : JSON.readTree(record.value()));
    } catch (IOException e) {
      return new Received(header(record, "ce_id"), header(record, "ce_type"), record.key(), null);
    }
  }

  private static String header(ConsumerRecord<String, byte[]> record, String name) {
    var header = record.headers().lastHeader(name);
    return header == null ? null : new String(header.value(), StandardCharsets.UTF_8);
  }
}
