package ua.vidnova.acceptance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.DynamicContainer.dynamicContainer;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.stream.Stream;
import javax.xml.XMLConstants;
import javax.xml.transform.stream.StreamSource;
import javax.xml.validation.Schema;
import javax.xml.validation.SchemaFactory;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicNode;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.xml.sax.SAXException;
import ua.vidnova.localstack.Platform;
import ua.vidnova.localstack.demo.Answer;
import ua.vidnova.localstack.demo.Demo;
import ua.vidnova.localstack.demo.Gateway;
import ua.vidnova.localstack.demo.InventedPeople;
import ua.vidnova.localstack.demo.Outcome;
import ua.vidnova.localstack.demo.Person;
import ua.vidnova.localstack.demo.Registration;
import ua.vidnova.localstack.demo.Step;

/** The main job, once round and once again on the same data. */
@OnThePlatform
@Order(1)
class MainJobIT {
  private static final String RESIDENTS = "/api/registry/v1/residents";

  private final Platform platform;
  private final Databases databases;
  private final Gateway gateway;
  private final Path folder;
  private final Map<String, Outcome> outcomes = new TreeMap<>();

  MainJobIT(Platform platform, Gateway gateway) {
    this.platform = platform;
    this.gateway = gateway;
    databases = new Databases(platform);
    folder = platform.home().folder().resolve("demo");
  }

  @BeforeAll
  void play() {
    Demo demo = new Demo(gateway, folder, new Random());
    outcomes.put("1 on an empty platform", demo.play(step -> {}));
    outcomes.put("2 again on the same data", demo.play(step -> {}));
  }

  @TestFactory
  Stream<DynamicNode> every_step_holds() {
    return outcomes.entrySet().stream()
        .map(
            each ->
                dynamicContainer(
                    each.getKey(),
                    each.getValue().steps().stream()
                        .map(
                            step ->
                                dynamicTest(
                                    step.name(),
                                    () -> assertThat(step.ok()).as(step.detail()).isTrue()))));
  }

  @Test
  void the_banks_file_is_valid_by_the_schema_of_iso_20022() throws SAXException, IOException {
    SchemaFactory factory = SchemaFactory.newInstance(XMLConstants.W3C_XML_SCHEMA_NS_URI);
    Schema schema =
        factory.newSchema(
            Demo.class.getClassLoader().getResource("contracts/iso20022/pain.001.001.09.xsd"));

    schema.newValidator().validate(new StreamSource(folder.resolve("pain.001.xml").toFile()));
  }

  @Test
  void no_unit_has_two_live_instructions_and_only_what_is_outstanding_has_none() {
    assertThat(
            databases.texts(
                "payments",
                """
                select u.state || ' ' || count(i.id) from payable_unit u
                left join instruction i on i.unit_id = u.id and i.state in ('ISSUED', 'PAID')
                group by u.id having count(i.id) > 1
                  or (u.state = 'PAID' and count(i.id) = 0)
                """))
        .isEmpty();
  }

  @Test
  void what_came_back_from_either_partner_went_out_again_once_and_nothing_else_came_back() {
    String cameBack =
        "select i.state from instruction i where i.state in ('NOT_COLLECTED', 'REJECTED')";
    String wentOutAgain =
        """
         and (select count(*) from instruction later
              where later.unit_id = i.unit_id and later.id > i.id and later.state = 'ISSUED') = 1
        """;

    assertThat(databases.texts("payments", cameBack + wentOutAgain))
        .containsExactlyInAnyOrder("NOT_COLLECTED", "NOT_COLLECTED", "REJECTED", "REJECTED")
        .containsExactlyInAnyOrderElementsOf(databases.texts("payments", cameBack));
  }

  @Test
  void what_the_bank_has_said_nothing_final_of_stays_open_and_did_not_go_out_again() {
    assertThat(
            databases.texts(
                "payments",
                """
                select count(other.id) from instruction i
                join batch b on b.id = i.batch_id and b.channel = 'BANK'
                join partner_report_line l on l.instruction_id = i.id
                left join instruction other on other.unit_id = i.unit_id and other.id <> i.id
                where i.state = 'ISSUED' group by i.id
                """))
        .containsExactly("0", "0");
  }

  @Test
  void the_villages_aid_was_granted_by_two_people_and_paid_once_to_each() {
    assertThat(
            databases.texts(
                "payments",
                """
                select u.amount_minor from payable_unit u
                join award a on a.id = u.award_id
                join instruction i on i.unit_id = u.id and i.state = 'PAID'
                where a.programme = 'LIBERATED_ONE_OFF' and u.state = 'PAID' order by 1
                """))
        .containsExactly("200000", "200000", "300000", "300000");
    assertThat(
            databases.texts("payments", "select (proposed_by <> approved_by)::text from aid_list"))
        .containsExactly("true", "true");
  }

  @Test
  void it_ends_with_files_to_open() throws IOException {
    for (Outcome outcome : outcomes.values()) {
      List<String> files = outcome.steps().getLast().detail().lines().toList();
      assertThat(files)
          .extracting(file -> Path.of(file).getFileName().toString())
          .containsExactly(
              "pain.001.xml",
              "delivery-list.csv",
              "carried-over.csv",
              "aid-delivery-list.csv",
              "aid-vouchers.csv",
              "derivation.pdf");
      assertThat(files).allSatisfy(file -> assertThat(Path.of(file)).isNotEmptyFile());
    }
    assertThat(Files.readAllLines(folder.resolve("carried-over.csv"))).hasSize(3);
  }

  @Test
  void a_registration_repeated_with_its_key_gets_the_same_answer_and_another_body_none()
      throws IOException {
    Person person = new InventedPeople(new Random()).next();
    Registration registration =
        new Registration(person, "UA44160030010058180", LocalDate.of(2026, 11, 1));
    Gateway.Caller registrar =
        gateway.as("registrar").with("Idempotency-Key", "main-job-" + person.rnokpp());

    Answer first = registrar.post(RESIDENTS, registration.body()).expect(201);
    Answer again = registrar.post(RESIDENTS, registration.body()).expect(201);

    assertThat(again.json()).isEqualTo(first.json());
    registration.body().put("phone", "+380500000000");
    registrar.post(RESIDENTS, registration.body()).expectProblem(422, "idempotency-key-reused");
  }

  @Test
  void every_event_was_published_and_none_was_parked() {
    await().atMost(Duration.ofSeconds(20)).until(() -> databases.unpublished() == 0);
    assertThat(databases.parked()).isZero();
  }

  @Test
  void neither_steps_nor_logs_hold_names_numbers_or_accounts() throws IOException {
    PersonalData personal = new PersonalData(platform);

    assertThat(personal.in(Files.readString(folder.resolve("delivery-list.csv")))).isNotEmpty();
    assertThat(personal.in(told(step -> !explains(step)))).isEmpty();
    assertThat(personal.in(told(MainJobIT::explains))).contains("Алексей", "Олексій");
    assertThat(personal.leakingLogs()).isEmpty();
  }

  /** Why one invented man may be another is what this step is there to print. */
  private static boolean explains(Step step) {
    return step.name().contains("«Алексей Николаевич»");
  }

  private String told(Predicate<Step> which) {
    return outcomes.values().stream()
        .flatMap(outcome -> outcome.steps().stream())
        .filter(which)
        .toList()
        .toString();
  }
}
