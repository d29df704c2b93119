package ua.vidnova.registry.merge;

import static org.assertj.core.api.Assertions.assertThat;
import static ua.vidnova.registry.RegistryApi.register;
import static ua.vidnova.registry.RegistryApi.registered;
import static ua.vidnova.registry.TestPeople.withoutNumber;
import static ua.vidnova.registry.TestPeople.woman;
import static ua.vidnova.registry.review.Reviews.different;
import static ua.vidnova.registry.review.Reviews.openPairsOf;
import static ua.vidnova.registry.review.Reviews.same;
import static ua.vidnova.registry.review.Reviews.viewOf;

import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.RepeatedTest;
import ua.vidnova.chassis.testing.WithPlatform;
import ua.vidnova.registry.review.Reviews;

/** Two people do something about the same record at once. */
@QuarkusTest
@WithPlatform
class MergeRaceTest {

  @Inject Reviews reviews;

  @RepeatedTest(5)
  void of_two_registrars_who_decide_at_once_one_is_told_of_the_other() throws Exception {
    var one = registered(woman());
    var other = registered(withoutNumber());
    var pair = reviews.proposed(one, other);

    var answers =
        atOnce(
            () -> same(pair, one).extract().statusCode(),
            () -> different(pair).extract().statusCode());

    assertThat(answers).containsExactlyInAnyOrder(200, 409);
    var merged = viewOf(other).containsKey("mergedInto");
    assertThat(merged).isEqualTo(answers.getFirst() == 200);
  }

  @RepeatedTest(5)
  void of_two_merges_that_would_chain_one_is_refused() throws Exception {
    var one = registered(withoutNumber());
    var middle = registered(withoutNumber());
    var other = registered(withoutNumber());
    var into = reviews.proposed(one, middle);
    var onwards = reviews.proposed(middle, other);

    var answers =
        atOnce(
            () -> same(into, middle).extract().statusCode(),
            () -> same(onwards, other).extract().statusCode());

    assertThat(answers).contains(200).containsAnyOf(409, 422);
    assertThat(
            reviews.text(
                "select count(*) from resident where merged_into is not null and id in"
                    + " ('%s', '%s', '%s')".formatted(one, middle, other)))
        .isEqualTo("1");
  }

  @RepeatedTest(5)
  void a_proposal_that_meets_a_merge_speaks_of_the_survivor() throws Exception {
    var survivor = registered(woman());
    var merged = registered(withoutNumber());
    var third = registered(withoutNumber());
    var pair = reviews.proposed(survivor, merged);

    atOnce(
        () -> same(pair, survivor).extract().statusCode(),
        () -> {
          reviews.propose(third, merged, 9);
          return 200;
        });

    assertThat(openPairsOf(third, survivor)).hasSize(1);
    assertThat(openPairsOf(third, merged)).isEmpty();
  }

  @RepeatedTest(5)
  void a_registration_that_meets_the_merge_of_its_number_is_refused() throws Exception {
    var known = woman();
    var survivor = registered(withoutNumber());
    var merged = registered(known);
    var pair = reviews.proposed(survivor, merged);
    var again = woman().put("rnokpp", known.get("rnokpp").asText());

    var answers =
        atOnce(
            () -> same(pair, survivor).extract().statusCode(),
            () -> register(again).extract().statusCode());

    assertThat(answers).containsExactly(200, 409);
    assertThat(viewOf(merged)).containsEntry("id", survivor);
  }

  @RepeatedTest(5)
  void an_unmerge_happens_once() throws Exception {
    var survivor = registered(woman());
    var merged = registered(withoutNumber());
    same(reviews.proposed(survivor, merged), survivor).statusCode(200);

    Callable<Integer> unmerge = () -> Reviews.unmerge(merged).extract().statusCode();
    assertThat(atOnce(unmerge, unmerge)).containsExactlyInAnyOrder(200, 409);
  }

  private static List<Integer> atOnce(Callable<Integer> one, Callable<Integer> other)
      throws InterruptedException, ExecutionException {
    try (var threads = Executors.newFixedThreadPool(2)) {
      var answers = threads.invokeAll(List.of(one, other));
      return List.of(answers.getFirst().get(), answers.getLast().get());
    }
  }
}
