package ua.vidnova.payments.batch;

/** What came of a partner's wish to take a batch. */
public sealed interface HandOver {

  /** The file is there; its bytes never change. */
  record Ready(Batch batch, FileFormat format) implements HandOver {}

  /** It is not there, or not this partner's. */
  record NotFound() implements HandOver {}

  /** Its run is still putting instructions in. */
  record NotReady() implements HandOver {}

  /** Every instruction was withdrawn before it left: nothing is to be paid. */
  record NothingToPay() implements HandOver {}
}
