package ua.vidnova.medical.availability;

/** Why a service is not fully there: what is wanting. */
public enum Barrier {
  STAFF,
  TRAINING,
  MEDICAL_SUPPLIES,
  EQUIPMENT,
  FINANCE
}
