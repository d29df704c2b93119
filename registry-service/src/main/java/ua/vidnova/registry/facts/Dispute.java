package ua.vidnova.registry.facts;

import java.util.UUID;
import ua.vidnova.registry.review.OpenQuestion;

/** A statement that does not fit and waits for a person. */
public record Dispute(UUID statementId, OpenQuestion.Kind kind) {}
