package ua.vidnova.localstack.demo;

import java.util.List;

/** The cast, registered; see {@link Cast}. */
record Household(Resident atHome, Resident withAccount, Resident dying, Resident undeclared) {

  List<Resident> all() {
    return List.of(atHome, withAccount, dying, undeclared);
  }

  /** Those whose resumption can be approved. */
  List<Resident> entitled() {
    return List.of(atHome, withAccount, dying);
  }
}
