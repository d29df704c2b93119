package ua.vidnova.registry.household;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What someone is in a household, seen from its head. */
@Schema(name = "HouseholdRole")
public enum HouseholdRole {
  HEAD,
  SPOUSE,
  CHILD,
  GUARDIAN,
  DEPENDANT
}
