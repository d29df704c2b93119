package ua.vidnova.localstack.kafka;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.config.ConfigResource;
import org.apache.kafka.common.config.TopicConfig;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import ua.vidnova.localstack.process.Deadline;

class KafkaBrokerTest {
  private static KafkaBroker broker;

  @BeforeAll
  static void start() {
    broker = KafkaBroker.startForTests();
  }

  @Test
  void keeps_messages_over_a_stop_and_a_kill() throws Exception {
    broker.createTopics(List.of(new Topic("kept", 1, null)));
    send("kept", "before the stop");

    broker.restart();
    send("kept", "before the kill");
    broker.kill();
    assertThat(broker.isReady()).isFalse();
    broker.start();

    assertThat(valuesOf("kept", 2)).containsExactly("before the stop", "before the kill");
  }

  @Test
  void makes_topics_as_described_and_leaves_those_that_are_there() throws Exception {
    Topic brief = new Topic("brief", 12, 3_600_000L);

    broker.createTopics(List.of(brief));
    broker.createTopics(List.of(brief, new Topic("second", 3, null)));

    try (Admin admin = admin()) {
      var topics = admin.describeTopics(List.of("brief", "second")).allTopicNames().get();
      assertThat(topics.get("brief").partitions()).hasSize(12);
      assertThat(topics.get("second").partitions()).hasSize(3);
      ConfigResource resource = new ConfigResource(ConfigResource.Type.TOPIC, "brief");
      assertThat(
              admin
                  .describeConfigs(List.of(resource))
                  .all()
                  .get()
                  .get(resource)
                  .get(TopicConfig.RETENTION_MS_CONFIG)
                  .value())
          .isEqualTo("3600000");
    }
  }

  @Test
  void makes_no_topic_by_itself() {
    assertThatThrownBy(() -> send("misspelt", "lost"))
        .isInstanceOf(ExecutionException.class)
        .hasMessageContaining("misspelt");
  }

  private static void send(String topic, String value) throws Exception {
    Map<String, Object> settings =
        Map.of("bootstrap.servers", broker.bootstrapServers(), "max.block.ms", 3_000);
    try (var producer =
        new KafkaProducer<>(settings, new StringSerializer(), new StringSerializer())) {
      producer.send(new ProducerRecord<>(topic, value)).get();
    }
  }

  private static List<String> valuesOf(String topic, int expected) {
    List<String> values = new ArrayList<>();
    Map<String, Object> settings = Map.of("bootstrap.servers", broker.bootstrapServers());
    try (var consumer =
        new KafkaConsumer<>(settings, new StringDeserializer(), new StringDeserializer())) {
      TopicPartition partition = new TopicPartition(topic, 0);
      consumer.assign(List.of(partition));
      consumer.seekToBeginning(List.of(partition));
      Deadline.in(Duration.ofSeconds(10))
          .await(
              () -> {
                consumer.poll(Duration.ofMillis(200)).forEach(each -> values.add(each.value()));
                return values.size() >= expected;
              });
    }
    return values;
  }

  private static Admin admin() {
    return Admin.create(Map.of("bootstrap.servers", broker.bootstrapServers()));
  }
}
