package ua.vidnova.payments.resident;

/** How a person is paid: to a bank account, or by the post. */
public enum Channel {
  BANK,
  POST
}
