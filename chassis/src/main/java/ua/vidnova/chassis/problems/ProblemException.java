package ua.vidnova.chassis.problems;

/**
 * Carries a problem out of an entrance that cannot go on: an unreadable parameter or file. Use
 * cases do not throw it; their expected refusals are values.
 */
public class ProblemException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  private final transient Problem problem;

  public ProblemException(Problem problem) {
    super(problem.code(), null, false, false);
    this.problem = problem;
  }

  public Problem problem() {
    return problem;
  }
}
