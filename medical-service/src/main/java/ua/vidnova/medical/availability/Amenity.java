package ua.vidnova.medical.availability;

/** What care needs around it. */
public enum Amenity {
  POWER,
  WATER,
  SANITATION,
  HEATING,
  COMMUNICATION,
  COLD_CHAIN,
  WASTE_DISPOSAL
}
