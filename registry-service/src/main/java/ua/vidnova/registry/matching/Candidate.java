package ua.vidnova.registry.matching;

import java.util.UUID;

/** A resident who may be the person asked about, in band REVIEW or LINK. */
public record Candidate(UUID residentId, Comparison comparison) {}
