package ua.vidnova.payments.run;

/** Where an instruction is in its life; see {@link Instruction}. */
public enum InstructionState {
  ISSUED,
  PAID,
  NOT_COLLECTED,
  REJECTED,
  WITHDRAWN,
  /** Paid, and then given back by the bank. */
  RETURNED
}
