package ua.vidnova.medical.visit;

/**
 * Whether the disaster is why the person needs care: items 44 to 46 of the WHO Emergency Medical
 * Team Minimum Data Set.
 */
public enum RelationToEvent {
  DIRECT,
  INDIRECT,
  NONE
}
