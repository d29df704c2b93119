package ua.vidnova.medical.report;

/** What an item counts. */
public record ItemName(String uk, String en) {}
