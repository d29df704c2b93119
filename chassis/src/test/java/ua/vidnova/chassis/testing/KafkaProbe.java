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
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
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

  private static final KafkaProducer<String, byte[]> PRODUCER =
      new KafkaProducer<>(
          Map.of("bootstrap.servers", TestPlatform.bootstrapServers(), "linger.ms", 0),
          new StringSerializer(),
          new ByteArraySerializer());
  private static final Map<String, KeptTopic> KEPT = new ConcurrentHashMap<>();

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
    try {
      PRODUCER.send(new ProducerRecord<>(topic, null, key, data, record)).get();
    } catch (InterruptedException | ExecutionException e) {
      throw new IllegalStateException(e);
    }
  }

  /** Waits for the first event of a type that fits. */
  public static Received await(String topic, String type, Predicate<JsonNode> fits) {
    return KEPT.computeIfAbsent(topic, KeptTopic::new).await(type, fits);
  }

  /** Everything that a topic holds now, each key in order. */
  public static List<Received> all(String topic) {
    return KEPT.computeIfAbsent(topic, KeptTopic::new).all();
  }

  /** What was read of a topic is kept, so that no test reads it again from its beginning. */
  private static final class KeptTopic {

    private final KafkaConsumer<String, byte[]> consumer;
    private final List<Received> read = new ArrayList<>();

    KeptTopic(String topic) {
      consumer =
          new KafkaConsumer<>(
              Map.of(
                  "bootstrap.servers",
                  TestPlatform.bootstrapServers(),
                  "enable.auto.commit",
                  false,
                  "auto.offset.reset",
                  "earliest"),
              new StringDeserializer(),
              new ByteArrayDeserializer());
      var partitions =
          consumer.partitionsFor(topic).stream()
              .map(partition -> new TopicPartition(topic, partition.partition()))
              .toList();
      consumer.assign(partitions);
      consumer.seekToBeginning(partitions);
    }

    synchronized Received await(String type, Predicate<JsonNode> fits) {
      var deadline = System.nanoTime() + PATIENCE.toNanos();
      for (var looked = 0; ; looked++) {
        while (looked == read.size()) {
          if (System.nanoTime() > deadline) {
            throw new AssertionError("No " + type + " that fits came within " + PATIENCE);
          }
          readOn();
        }
        var event = read.get(looked);
        if (type.equals(event.type()) && fits.test(event.data())) {
          return event;
        }
      }
    }

    synchronized List<Received> all() {
      var ends = consumer.endOffsets(consumer.assignment());
      while (ends.entrySet().stream()
          .anyMatch(end -> consumer.position(end.getKey()) < end.getValue())) {
        readOn();
      }
      return List.copyOf(read);
    }

    private void readOn() {
      consumer.poll(Duration.ofMillis(200)).forEach(record -> read.add(received(record)));
    }
  }

  private static Received received(ConsumerRecord<String, byte[]> record) {
    return new Received(
        header(record, "ce_id"), header(record, "ce_type"), record.key(), json(record.value()));
  }

  /** Null when it is none: some tests send what no service would. */
  private static JsonNode json(byte[] value) {
    try {
      return value == null ? null : JSON.readTree(value);
    } catch (IOException e) {
      return null;
    }
  }

  private static String header(ConsumerRecord<String, byte[]> record, String name) {
    var header = record.headers().lastHeader(name);
    return header == null ? null : new String(header.value(), StandardCharsets.UTF_8);
  }
}
