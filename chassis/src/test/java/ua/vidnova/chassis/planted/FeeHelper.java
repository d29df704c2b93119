package ua.vidnova.chassis.planted;

import ua.vidnova.localstack.kafka.Topic;

/** Two planted violations: a name that says nothing, and another module's class. */
class FeeHelper {

  Topic topic() {
    return new Topic("x", 1, null);
  }
}
