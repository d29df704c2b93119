package ua.vidnova.payments.grant;

/** Where a grant is in its life; see {@link AidGrant}. */
public enum GrantState {
  PROPOSED,
  APPROVED,
  REFUSED
}
