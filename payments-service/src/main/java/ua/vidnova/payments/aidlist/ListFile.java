package ua.vidnova.payments.aidlist;

import java.util.Optional;

/** A list, read line by line. */
public interface ListFile {

  /** What one line says, or what is wrong with it. */
  sealed interface Reading {

    /** It can be looked up. */
    record Kept(ListLine line) implements Reading {}

    /** It cannot. */
    record Refused(RefusedListLine refusal) implements Reading {}
  }

  /** Reads the next line; empty at the end. */
  Optional<Reading> next();

  /** SHA-256 of all bytes; once, at the end. */
  byte[] sha256();
}
