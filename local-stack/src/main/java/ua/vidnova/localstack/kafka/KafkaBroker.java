package ua.vidnova.localstack.kafka;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.stream.Stream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.common.Uuid;
import org.apache.kafka.common.config.TopicConfig;
import ua.vidnova.localstack.process.Command;
import ua.vidnova.localstack.process.Deadline;
import ua.vidnova.localstack.process.Distribution;
import ua.vidnova.localstack.process.Home;
import ua.vidnova.localstack.process.Interrupted;
import ua.vidnova.localstack.process.Java;
import ua.vidnova.localstack.process.Port;
import ua.vidnova.localstack.process.Server;
import ua.vidnova.localstack.process.TestHome;

/** A Kafka broker on the loopback address; topics are made only by {@link #createTopics}. */
public final class KafkaBroker extends Server {
  private static final int NODE_ID = 1;
  private static final int ANSWER_WITHIN_MS = 3_000;
  private static final Duration VISIBLE_WITHIN = Duration.ofSeconds(20);

  private final Port port;
  private final Port controllerPort;
  private final Collection<Topic> topics;

  /**
   * @param topics made when the broker has started, those that are not there yet
   */
  public KafkaBroker(Home home, Port port, Port controllerPort, Collection<Topic> topics) {
    super(home, "kafka");
    this.port = port;
    this.controllerPort = controllerPort;
    this.topics = List.copyOf(topics);
  }

  /** A running broker without topics on free ports, which ends with this JVM. */
  public static KafkaBroker startForTests() {
    List<Integer> free = Port.freeNumbers(2);
    KafkaBroker broker =
        new KafkaBroker(
            TestHome.create(),
            new Port(free.get(0), "Kafka for tests", ""),
            new Port(free.get(1), "Kafka's controller for tests", ""),
            List.of());
    broker.start();
    return broker;
  }

  public String bootstrapServers() {
    return address();
  }

  /** Makes the topics that are not there yet, and waits until clients see them all. */
  public void createTopics(Collection<Topic> wanted) {
    try (Admin admin = admin()) {
      Set<String> present = admin.listTopics().names().get();
      admin
          .createTopics(
              wanted.stream()
                  .filter(topic -> !present.contains(topic.name()))
                  .map(KafkaBroker::newTopic)
                  .toList())
          .all()
          .get();
      List<String> names = wanted.stream().map(Topic::name).toList();
      if (!Deadline.in(VISIBLE_WITHIN).await(() -> areVisible(names, admin))) {
        throw new IllegalStateException("Kafka does not show the topics it made: " + names);
      }
    } catch (ExecutionException e) {
      throw new IllegalStateException("Cannot create Kafka topics", e.getCause());
    } catch (InterruptedException e) {
      throw Interrupted.of(e);
    }
  }

  private static boolean areVisible(List<String> names, Admin admin) {
    try {
      admin.describeTopics(names).allTopicNames().get();
      return true;
    } catch (ExecutionException notYet) {
      return false;
    } catch (InterruptedException e) {
      throw Interrupted.of(e);
    }
  }

  @Override
  public String address() {
    return "localhost:" + port.number();
  }

  @Override
  public List<Port> ports() {
    return List.of(port, controllerPort);
  }

  @Override
  public boolean isReady() {
    if (!port.isAnswered()) {
      return false;
    }
    try (Admin admin = admin()) {
      return !admin.describeCluster().nodes().get().isEmpty();
    } catch (ExecutionException notYet) {
      return false;
    } catch (InterruptedException e) {
      throw Interrupted.of(e);
    }
  }

  @Override
  protected Launch prepare() throws IOException {
    Path data = home().data("kafka");
    Path settings = home().data("kafka.properties");
    Files.createDirectories(data);
    write(settings(data), settings);
    if (Files.notExists(data.resolve("meta.properties"))) {
      format(settings);
    }
    return new Launch(command("kafka.Kafka", settings.toString()), Map.of(), home().folder());
  }

  @Override
  protected void onReady() {
    createTopics(topics);
  }

  private Admin admin() {
    return Admin.create(
        Map.of(
            AdminClientConfig.BOOTSTRAP_SERVERS_CONFIG, bootstrapServers(),
            AdminClientConfig.REQUEST_TIMEOUT_MS_CONFIG, ANSWER_WITHIN_MS,
            AdminClientConfig.DEFAULT_API_TIMEOUT_MS_CONFIG, ANSWER_WITHIN_MS));
  }

  private static NewTopic newTopic(Topic topic) {
    NewTopic created = new NewTopic(topic.name(), topic.partitions(), (short) 1);
    return topic.retentionMs() == null
        ? created
        : created.configs(
            Map.of(TopicConfig.RETENTION_MS_CONFIG, Long.toString(topic.retentionMs())));
  }

  private Properties settings(Path data) {
    Properties settings = new Properties();
    settings.putAll(
        Map.ofEntries(
            Map.entry("process.roles", "broker,controller"),
            Map.entry("node.id", Integer.toString(NODE_ID)),
            Map.entry(
                "controller.quorum.voters", NODE_ID + "@localhost:" + controllerPort.number()),
            Map.entry(
                "listeners",
                "PLAINTEXT://localhost:"
                    + port.number()
                    + ",CONTROLLER://localhost:"
                    + controllerPort.number()),
            Map.entry("advertised.listeners", "PLAINTEXT://localhost:" + port.number()),
            Map.entry("controller.listener.names", "CONTROLLER"),
            Map.entry("log.dirs", data.toString()),
            Map.entry("auto.create.topics.enable", "false"),
            Map.entry("offsets.topic.replication.factor", "1"),
            Map.entry("offsets.topic.num.partitions", "8"),
            Map.entry("transaction.state.log.replication.factor", "1"),
            Map.entry("transaction.state.log.min.isr", "1"),
            Map.entry("transaction.state.log.num.partitions", "8"),
            Map.entry("share.coordinator.state.topic.replication.factor", "1"),
            Map.entry("share.coordinator.state.topic.min.isr", "1"),
            Map.entry("group.initial.rebalance.delay.ms", "0"),
            Map.entry("log.cleaner.dedupe.buffer.size", Integer.toString(4 << 20)),
            Map.entry("num.recovery.threads.per.data.dir", "2")));
    return settings;
  }

  private static void write(Properties settings, Path file) throws IOException {
    try (OutputStream out = Files.newOutputStream(file)) {
      settings.store(out, "Written at each start.");
    }
  }

  private static void format(Path settings) throws IOException {
    Command.run(
        command(
            "kafka.tools.StorageTool",
            "format",
            "--cluster-id=" + Uuid.randomUuid(),
            "--config=" + settings));
  }

  private static List<String> command(String mainClass, String... arguments) throws IOException {
    Stream<String> java =
        Stream.of(
                List.of(Java.program()),
                Java.QUICK_START,
                List.of(
                    "-Xms64m",
                    "-Xmx256m",
                    "-Dorg.slf4j.simpleLogger.logFile=System.out",
                    "-Dorg.slf4j.simpleLogger.showDateTime=true",
                    "-Dorg.slf4j.simpleLogger.dateTimeFormat=yyyy-MM-dd'T'HH:mm:ss.SSSXXX",
                    "-Dorg.slf4j.simpleLogger.log.org.apache.kafka.common.config=warn",
                    "-cp",
                    Distribution.classPath(),
                    mainClass))
            .flatMap(List::stream);
    return Stream.concat(java, Stream.of(arguments)).toList();
  }
}
