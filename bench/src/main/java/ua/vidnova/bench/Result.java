package ua.vidnova.bench;

/**
 * One figure of a run.
 *
 * @param name what was measured, such as {@code registry.search.p95}
 * @param unit of {@code budget}, {@code measured} and {@code limit}
 * @param budget what is asked of it; null for a figure that is only shown
 * @param limit what the yardstick did on the same work in the same run; null when there is none
 * @param ratio measured by limit; null without one
 * @param ok whether the budget is kept; true for a figure that is only shown
 * @param yardstick what the limit is, or why there is none
 */
public record Result(
    String name,
    String unit,
    Double budget,
    double measured,
    Double limit,
    Double ratio,
    boolean ok,
    String yardstick) {

  /** What a figure is compared with: a limit that was measured too, or the reason for none. */
  public record Yardstick(Double limit, String tells) {

    public static Yardstick of(double limit, String tells) {
      return new Yardstick(limit, tells);
    }

    public static Yardstick none(String why) {
      return new Yardstick(null, why);
    }
  }

  /** A figure that must not be greater than its budget, such as a time. */
  public static Result atMost(
      String name, String unit, double budget, double measured, Yardstick yardstick) {
    return of(name, unit, budget, measured, measured <= budget, yardstick);
  }

  /** A figure that must not be less than its budget, such as a rate. */
  public static Result atLeast(
      String name, String unit, double budget, double measured, Yardstick yardstick) {
    return of(name, unit, budget, measured, measured >= budget, yardstick);
  }

  /** A figure without a budget. */
  public static Result shown(String name, String unit, double measured, Yardstick yardstick) {
    return of(name, unit, null, measured, true, yardstick);
  }

  private static Result of(
      String name, String unit, Double budget, double measured, boolean ok, Yardstick yardstick) {
    Double limit = yardstick.limit();
    Double ratio = limit == null || limit == 0 ? null : measured / limit;
    return new Result(name, unit, budget, measured, limit, ratio, ok, yardstick.tells());
  }
}
