package ua.vidnova.medical.need;

/** How it is known with whom someone lives. */
public enum HomeSource {
  /** Registry tells it. */
  REGISTRY,
  /** Whoever asked for a visit told a household or an address. */
  REQUEST
}
