package ua.vidnova.payments.heirs;

/** Where a claim is in its life; see {@link HeirClaim}. */
public enum ClaimState {
  PROPOSED,
  APPROVED,
  REFUSED
}
