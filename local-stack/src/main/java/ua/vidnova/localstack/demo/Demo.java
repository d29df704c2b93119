package ua.vidnova.localstack.demo;

import java.nio.file.Path;
import java.util.function.Consumer;
import java.util.random.RandomGenerator;

/**
 * Plays the main job once round through the gateway, with tokens of the local realm. Every time the
 * people are new, so that it can be played again and again on the same data.
 */
public final class Demo {
  private final Gateway gateway;
  private final Path folder;
  private final RandomGenerator random;

  /**
   * @param folder where the files that partners and medics fetch are laid down
   * @param random invents the people
   */
  public Demo(Gateway gateway, Path folder, RandomGenerator random) {
    this.gateway = gateway;
    this.folder = folder;
    this.random = random;
  }

  /**
   * @param listener told of each step as soon as it is over
   */
  public Outcome play(Consumer<Step> listener) {
    Story story = new Story(listener);
    Stage stage = new Stage(story, gateway, new InventedPeople(random), random, folder);

    new SettlementChapter(stage).play();
    Fact<Cast> cast = new AwardsChapter(stage).play();
    Fact<Household> registered = new RegistrationChapter(stage).play(cast);
    new IdentityChapter(stage).play();
    new CaseChapter(stage).play(registered);
    Fact<Trips> trips = new BrigadeChapter(stage).play();
    Fact<String> request = new RequestChapter(stage).play(registered, trips);
    new VisitChapter(stage).play(registered, trips, request);
    new DayChapter(stage).play(trips);
    new EmergencyChapter(stage).play();
    new SightingChapter(stage).play(trips);
    Fact<Household> entitled = new ResumptionChapter(stage).play(registered);
    Fact<Batches> batches = new RunChapter(stage).play(entitled);
    Fact<Resident> died = new DeathChapter(stage).play(entitled, batches, trips);
    Fact<CameBack> cameBack = new PartnerChapter(stage).play(entitled, batches, died);
    new ReconciliationChapter(stage).play(entitled, cameBack);
    new LaterMonthsChapter(stage).play(entitled, died, cameBack);
    new AidChapter(stage).play();
    new AuditChapter(stage).play(entitled);
    new ProofChapter(stage).play(entitled);
    return story.outcome();
  }
}
