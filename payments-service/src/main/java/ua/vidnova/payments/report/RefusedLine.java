package ua.vidnova.payments.report;

import java.util.UUID;

/**
 * A line that was not taken over.
 *
 * @param line 1 and up, as the lines came
 * @param instructionId null when none could be read
 * @param code stable
 * @param message what the partner can do
 */
public record RefusedLine(int line, UUID instructionId, String code, String message) {}
