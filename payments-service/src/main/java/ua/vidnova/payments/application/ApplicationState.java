package ua.vidnova.payments.application;

/** Whether an application has led to a resumption. */
public enum ApplicationState {
  /** No award of the applicant is known; an officer asks the Pension Fund. */
  OPEN,
  LINKED
}
