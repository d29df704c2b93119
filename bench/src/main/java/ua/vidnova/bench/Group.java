package ua.vidnova.bench;

import java.util.List;

/** Figures that are measured together, by the name that {@code ./vidnova bench NAME} calls. */
public interface Group {

  /** One lower-case word. */
  String name();

  /** What it measures and how long that takes, in one line. */
  String tells();

  /**
   * Measures.
   *
   * @throws RuntimeException when it cannot; a missed budget is a result
   */
  List<Result> run(Run run);
}
