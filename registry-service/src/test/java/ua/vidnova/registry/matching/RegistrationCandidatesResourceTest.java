package ua.vidnova.registry.matching;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.greaterThan;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;
import static org.hamcrest.Matchers.startsWith;
import static ua.vidnova.registry.RegistryApi.register;
import static ua.vidnova.registry.RegistryApi.registered;
import static ua.vidnova.registry.RegistryApi.staff;
import static ua.vidnova.registry.TestPeople.newFamily;
import static ua.vidnova.registry.TestPeople.with;
import static ua.vidnova.registry.matching.MatchPeople.man;
import static ua.vidnova.registry.matching.MatchPeople.newBirthDate;

import io.quarkus.test.junit.QuarkusTest;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import ua.vidnova.chassis.access.Roles;
import ua.vidnova.chassis.ids.Ids;
import ua.vidnova.chassis.testing.TestTokens;
import ua.vidnova.chassis.testing.WithPlatform;
import ua.vidnova.registry.RegistryApi;
import ua.vidnova.registry.TestPeople;

@QuarkusTest
@WithPlatform
class RegistrationCandidatesResourceTest {

  /** Hears what the review queue hears. */
  @ApplicationScoped
  static class Heard {
    private final ConcurrentLinkedQueue<CandidatesFound> events = new ConcurrentLinkedQueue<>();

    void hear(@Observes CandidatesFound found) {
      events.add(found);
    }

    List<CandidatesFound> about(String residentId) {
      return events.stream()
          .filter(found -> found.residentId().equals(UUID.fromString(residentId)))
          .toList();
    }
  }

  @Inject Heard heard;

  @Test
  void an_occupation_paper_in_russian_warns_of_the_person_in_ukrainian() {
    var family = newFamily();
    var birth = newBirthDate();
    var known = registered(man(family, "Олексій", "Миколайович", birth));
    var paper = man(family, "Алексей", "Николаевич", birth);
    with(paper, "/documents/0/evidenceLevel", "\"OCCUPATION_ISSUED\"");
    with(paper, "/documents/0/number", "\"6020 123456\"");
    register(paper)
        .statusCode(201)
        .body("name.given", equalTo("Алексей"))
        .body("candidates", hasSize(1))
        .body("candidates[0].residentId", equalTo(known))
        .body("candidates[0].band", equalTo("REVIEW"))
        .body("candidates[0].bits", greaterThan(20f))
        .body("candidates[0].name.given", equalTo("Олексій"))
        .body(
            "candidates[0].explanation.uk",
            hasItem(startsWith("Ім’я: Алексей = Олексій (російське написання) +")))
        .body(
            "candidates[0].explanation.uk",
            hasItem(startsWith("По батькові: Николаевич = Миколайович (російське написання) +")))
        .body("candidates[0].explanation.en", hasItem(startsWith("Birth date: the same +")));
  }

  @Test
  void the_review_queue_hears_of_every_candidate_once() {
    var family = newFamily();
    var birth = newBirthDate();
    var known = registered(man(family, "Іван", "Петрович", birth));
    var id = registered(man(family, "Іван", "Петрович", birth));
    assertThat(heard.about(known)).isEmpty();
    assertThat(heard.about(id))
        .singleElement()
        .satisfies(
            found -> {
              assertThat(found.origin()).isEqualTo(Origin.REGISTRATION);
              assertThat(found.candidates())
                  .extracting(Candidate::residentId)
                  .containsExactly(UUID.fromString(known));
            });
  }

  @Test
  void the_same_passport_seen_in_the_original_is_a_link_and_still_two_residents() {
    var birth = newBirthDate();
    var first = man(newFamily(), "Іван", "Петрович", birth);
    var known = registered(first);
    register(first.deepCopy())
        .statusCode(201)
        .body("id", not(equalTo(known)))
        .body("candidates[0].residentId", equalTo(known))
        .body("candidates[0].band", equalTo("LINK"));
  }

  @Test
  void twins_and_namesakes_are_registered_without_a_warning() {
    var family = newFamily();
    var birth = newBirthDate();
    registered(man(family, "Іван", "Петрович", birth));
    register(man(family, "Петро", "Петрович", birth)).body("candidates", hasSize(0));
    register(man(family, "Іван", "Петрович", "1999-11-28")).body("candidates", hasSize(0));
  }

  @Test
  void a_registration_sent_again_warns_again() {
    var family = newFamily();
    var birth = newBirthDate();
    var known = registered(man(family, "Іван", "Петрович", birth));
    var again = man(family, "Іван", "Петрович", birth).put("id", Ids.newId().toString());
    register(again).statusCode(201);
    register(again)
        .statusCode(200)
        .body("candidates.residentId", contains(known))
        .body("candidates[0].explanation.uk", hasItem(startsWith("Прізвище однакове +")));
  }

  @Test
  void two_devices_that_register_one_person_at_once_do_not_miss_each_other() {
    var family = newFamily();
    var birth = newBirthDate();
    var warnings =
        Stream.generate(() -> man(family, "Іван", "Петрович", birth))
            .limit(6)
            .map(
                person ->
                    CompletableFuture.supplyAsync(
                        () ->
                            register(person)
                                .statusCode(201)
                                .extract()
                                .<List<String>>path("candidates.residentId")
                                .size()))
            .toList()
            .stream()
            .map(CompletableFuture::join)
            .sorted()
            .toList();
    assertThat(warnings).containsExactly(0, 1, 2, 3, 4, 5);
  }

  @Test
  void no_more_than_five_are_shown() {
    var family = newFamily();
    var birth = newBirthDate();
    Stream.generate(() -> man(family, "Іван", "Петрович", birth))
        .limit(6)
        .forEach(RegistryApi::registered);
    register(man(family, "Іван", "Петрович", birth)).body("candidates", hasSize(5));
  }

  @Test
  void of_a_resident_of_another_hromada_no_value_is_shown() {
    var family = newFamily();
    var birth = newBirthDate();
    var known = registered(man(family, "Олексій", "Миколайович", birth));
    var elsewhere =
        man(family, "Алексей", "Николаевич", birth).put("settlement", TestPeople.SIVERSKODONETSK);
    var answer =
        register(elsewhere, registrarOf(TestPeople.SIVERSKODONETSK_HROMADA))
            .statusCode(201)
            .body("candidates.residentId", contains(known))
            .body("candidates[0].name", nullValue())
            .body("candidates[0].explanation.uk", hasItem(startsWith("Ім’я: російське")))
            .body("candidates[0].explanation.uk", hasItem(startsWith("Населений пункт: різний")))
            .extract();
    assertThat(answer.<Object>path("candidates").toString())
        .doesNotContain("Олексій", "Миколайович", family, "Алчевськ", birth.substring(0, 4));
  }

  @Test
  void everyone_who_was_shown_is_in_the_audit_trail() {
    var family = newFamily();
    var birth = newBirthDate();
    var known = registered(man(family, "Іван", "Петрович", birth));
    registered(man(family, "Іван", "Петрович", birth));
    RegistryApi.as(staff(Roles.AUDITOR))
        .get("/api/registry/v1/audit?residentId=" + known)
        .then()
        .statusCode(200)
        .body("items.action", hasItem("read"));
  }

  private static String registrarOf(String territory) {
    return TestTokens.staff("registrar", Roles.REGISTRAR).within(territory).token();
  }
}
