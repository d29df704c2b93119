package ua.vidnova.localstack.demo;

/**
 * The batches that a run has made.
 *
 * @param runId of the run
 * @param post id of the batch for Ukrposhta
 * @param bank id of the batch for Oschadbank
 */
record Batches(String runId, String post, String bank) {
  static final String PATH = "/api/payments/v1/batches";

  static String path(String batchId) {
    return PATH + "/" + batchId;
  }
}
