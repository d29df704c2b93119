package ua.vidnova.registry.matching;

/** At what occasion two records were found to be alike. */
public enum Origin {
  REGISTRATION,
  /** In bulk, after an import. */
  IMPORT,
  /** Among what devices sent that had been offline. */
  SYNC
}
