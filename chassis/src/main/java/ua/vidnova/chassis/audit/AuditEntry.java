package ua.vidnova.chassis.audit;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.UUID;
import ua.vidnova.chassis.exchange.Exchange;

/**
 * One line of the audit trail: ids only, never a person's data.
 *
 * @param lane which of the service's hash chains, 0 to 15
 * @param position place in the lane, from 1 without gaps
 * @param actor the caller's token subject, or {@code service:NAME}
 * @param organisation the partner's ЄДРПОУ; null for staff
 * @param action {@code read} or what was done, such as {@code registered}
 * @param subjectId the resident whom it is about; null if it is about nobody
 * @param purpose for what the caller asked; null when none was stated
 * @param exchange what the state's data exchange said of the call; null when it came directly
 */
public record AuditEntry(
    int lane,
    long position,
    Instant occurredAt,
    String actor,
    String actorName,
    String organisation,
    String action,
    String objectType,
    UUID objectId,
    UUID subjectId,
    String purpose,
    Exchange exchange) {

  /**
   * SHA-256 over the previous entry's hash and each field, its length before it. An entry without a
   * purpose or an exchange hashes as entries did before there were any; no purpose is called like
   * the mark that goes before an exchange.
   */
  byte[] hashAfter(byte[] previousHash) {
    var digest = sha256();
    digest.update(previousHash);
    add(digest, Integer.toString(lane));
    add(digest, Long.toString(position));
    add(digest, occurredAt.toString());
    add(digest, actor);
    add(digest, actorName);
    add(digest, organisation);
    add(digest, action);
    add(digest, objectType);
    add(digest, objectId == null ? null : objectId.toString());
    add(digest, subjectId == null ? null : subjectId.toString());
    if (purpose != null) {
      add(digest, purpose);
    }
    if (exchange != null) {
      add(digest, "exchange");
      add(digest, exchange.client());
      add(digest, exchange.service());
      add(digest, exchange.queryId());
      add(digest, exchange.purposeIds());
    }
    return digest.digest();
  }

  private static void add(MessageDigest digest, String field) {
    if (field == null) {
      digest.update("-;".getBytes(StandardCharsets.US_ASCII));
      return;
    }
    var bytes = field.getBytes(StandardCharsets.UTF_8);
    digest.update((bytes.length + ";").getBytes(StandardCharsets.US_ASCII));
    digest.update(bytes);
  }

  private static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }
}
