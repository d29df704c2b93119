package ua.vidnova.medical.resident.planted;

/** Planted for the architecture test: a class about residents that knows visits. */
final class KnowsVisits {

  private KnowsVisits() {}

  static String code(ua.vidnova.medical.visit.Reason reason) {
    return reason.code();
  }
}
