package ua.vidnova.medical.availability;

/** How far something holds; HeRAMS' scale. */
public enum Extent {
  FULLY,
  PARTIALLY,
  NOT
}
