package ua.vidnova.localstack.demo;

/**
 * Someone of the cast, once registered.
 *
 * @param id of the resident in every service
 * @param award as the Pension Fund told it
 */
record Resident(String id, AwardLine award) {

  String registryPath() {
    return RegistrationChapter.RESIDENTS + "/" + id;
  }
}
