package ua.vidnova.coordination.brigade;

/** A field that is not acceptable: where it stands as a JSON path, and a stable code. */
public record Fault(String field, String code) {}
