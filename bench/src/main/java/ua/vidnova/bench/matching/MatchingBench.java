package ua.vidnova.bench.matching;

import static ua.vidnova.registry.matching.Band.DISTINCT;
import static ua.vidnova.registry.matching.Band.LINK;
import static ua.vidnova.registry.matching.Band.REVIEW;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import ua.vidnova.bench.Group;
import ua.vidnova.bench.Result;
import ua.vidnova.bench.Result.Yardstick;
import ua.vidnova.bench.Run;
import ua.vidnova.bench.matching.TwoFiles.Decision;
import ua.vidnova.bench.measure.Columns;
import ua.vidnova.registry.matching.Band;
import ua.vidnova.registry.matching.Matcher;

/**
 * How well people are recognised: labelled pairs for each error class, and two FEBRL-like files.
 */
public final class MatchingBench implements Group {
  private static final double F1_MIN = 0.98;
  private static final int PAIRS_FOR_CLASS = 2_000;
  private static final int REGISTERED = 50_000;
  private static final int LISTED = 10_000;

  private static final String JOIN = "SQL join on equal number, or equal names and birth date";
  private static final Yardstick ONE_THREAD =
      Yardstick.none("one thread; no other matcher at hand");
  private static final Yardstick COUNTED = Yardstick.none("counted, not compared");

  @Override
  public String name() {
    return "matching";
  }

  @Override
  public String tells() {
    return "how well people are recognised, on labelled pairs; a minute of processor";
  }

  @Override
  public List<Result> run(Run run) {
    var results = new ArrayList<Result>();
    results.addAll(pairs(run));
    results.addAll(files(run));
    return results;
  }

  private static List<Result> pairs(Run run) {
    run.progress()
        .printf(
            "%d pairs for each of %d classes, seed %d%n",
            2 * PAIRS_FOR_CLASS, ErrorClass.values().length, run.seed());
    var matcher = Matcher.withShippedWeights();
    var byClass = new EnumMap<ErrorClass, Tally>(ErrorClass.class);
    var all = new Tally();
    var joined = new Tally();
    var labelled = new LabelledPairs(run.seed());
    double comparing = 0;
    for (var errors : ErrorClass.values()) {
      var pairs = labelled.of(errors, PAIRS_FOR_CLASS).toList();
      long began = System.nanoTime();
      var tally = decide(pairs, (a, b) -> matcher.compare(a, b).band());
      comparing += secondsSince(began);
      byClass.put(errors, tally);
      all.addAll(tally);
      joined.addAll(decide(pairs, EqualityJoin::decide));
    }
    run.out().println(table(byClass, all) + "\n");
    var results = new ArrayList<>(summary("matching.pairs", all, joined));
    byClass.forEach((errors, tally) -> results.addAll(shown(errors, tally)));
    double count = (double) all.count(true) + all.count(false);
    results.add(Result.shown("matching.comparing", "pairs/s", count / comparing, ONE_THREAD));
    return results;
  }

  private static List<Result> files(Run run) {
    run.progress().printf("A register of %d and a list of %d, FEBRL-like%n", REGISTERED, LISTED);
    var files = new TwoFiles(run.seed(), REGISTERED, LISTED);
    var matcher = Matcher.withShippedWeights();
    long began = System.nanoTime();
    var blocks = files.blocks();
    double filing = secondsSince(began);
    var outcome = files.match(blocks, (a, b) -> matcher.compare(a, b).band());
    var joined = files.match(blocks, EqualityJoin::decide);
    var results = new ArrayList<>(summary("matching.files", outcome.tally(), joined.tally()));
    results.add(
        Result.atLeast(
            "matching.files.blocking-recall", "share", F1_MIN, outcome.blockingRecall(), COUNTED));
    results.add(
        Result.shown(
            "matching.files.compared-for-each",
            "pairs",
            (double) outcome.compared() / LISTED,
            COUNTED));
    results.add(Result.shown("matching.filing", "records/s", REGISTERED / filing, ONE_THREAD));
    return results;
  }

  private static double secondsSince(long nanoTime) {
    return (System.nanoTime() - nanoTime) / 1e9;
  }

  private static Tally decide(List<LabelledPair> pairs, Decision decision) {
    var tally = new Tally();
    for (var pair : pairs) {
      var band = decision.of(pair.onFile().profile(), pair.atTheDoor().profile());
      tally.add(pair.same(), band, pair.isBare());
    }
    return tally;
  }

  private static List<Result> summary(String name, Tally tally, Tally joined) {
    return List.of(
        Result.atLeast(name + ".f1", "F1", F1_MIN, tally.f1(), Yardstick.of(joined.f1(), JOIN)),
        Result.atMost(
            name + ".false-links",
            "pairs",
            0,
            (double) tally.falseLinks(),
            Yardstick.of((double) joined.falseLinks(), JOIN)),
        Result.shown(
            name + ".precision",
            "share",
            tally.precision(),
            Yardstick.of(joined.precision(), JOIN)),
        Result.shown(
            name + ".recall", "share", tally.recall(), Yardstick.of(joined.recall(), JOIN)),
        Result.shown(
            name + ".recall-bare",
            "share",
            tally.recallBare(),
            Yardstick.of(joined.recallBare(), JOIN)),
        Result.shown(
            name + ".linked", "share", tally.linked(), Yardstick.of(joined.linked(), JOIN)));
  }

  private static List<Result> shown(ErrorClass errors, Tally tally) {
    var name = "matching." + words(errors).replace(' ', '-');
    return List.of(
        Result.shown(name + ".precision", "share", tally.precision(), COUNTED),
        Result.shown(name + ".recall", "share", tally.recall(), COUNTED));
  }

  private static String table(Map<ErrorClass, Tally> byClass, Tally all) {
    var table =
        new Columns(
            "class",
            "same: LINK",
            "REVIEW",
            "DISTINCT",
            "two: LINK",
            "REVIEW",
            "DISTINCT",
            "precision",
            "recall",
            "bare",
            "F1");
    byClass.forEach((errors, tally) -> row(table, words(errors), tally));
    row(table, "all", all);
    return table.toString();
  }

  private static void row(Columns table, String name, Tally tally) {
    table.row(
        name,
        count(tally, true, LINK),
        count(tally, true, REVIEW),
        count(tally, true, DISTINCT),
        count(tally, false, LINK),
        count(tally, false, REVIEW),
        count(tally, false, DISTINCT),
        share(tally.precision()),
        share(tally.recall()),
        share(tally.recallBare()),
        share(tally.f1()));
  }

  private static String count(Tally tally, boolean same, Band band) {
    return Long.toString(tally.count(same, band));
  }

  private static String share(double share) {
    return String.format(Locale.ROOT, "%.4f", share);
  }

  private static String words(ErrorClass errors) {
    return errors.name().toLowerCase(Locale.ROOT).replace('_', ' ');
  }
}
