package ua.vidnova.payments.awardimport;

import java.time.LocalDate;
import java.util.Optional;

/** A file of awards, read line by line. */
public interface AwardFile {

  /** Reads the next line; empty at the end. */
  Optional<AwardLineRules.Reading> next(LocalDate today);

  /** SHA-256 of all bytes; once, at the end. */
  byte[] sha256();
}
