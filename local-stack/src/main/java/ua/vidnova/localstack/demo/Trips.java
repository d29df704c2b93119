package ua.vidnova.localstack.demo;

/**
 * Today's trips of the demo's two brigades, and where the medicines of the first are.
 *
 * @param medics trip on which {@code medic} is
 * @param leads trip on which {@code brigade-lead} is
 * @param brigade id of the medic's brigade, and of its stock
 * @param medicine in that stock
 */
record Trips(String medics, String leads, String brigade, String medicine) {

  static final String BATCH = "ВГД-2611";
  static final String EXPIRES_ON = "2031-05-31";
}
