package ua.vidnova.registry.resident;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * How a person prefers to be paid.
 *
 * @param kind to an account, or brought by the post
 * @param iban Ukrainian account without spaces; only with {@link Kind#BANK}, and null while the
 *     account is still to be opened
 */
@Embeddable
public record PaymentChannel(
    @Column(name = "payment_kind") @Enumerated(EnumType.STRING) Kind kind, String iban) {

  /** Ways of payment that a person can prefer. */
  @Schema(name = "PaymentKind")
  public enum Kind {
    BANK,
    POST
  }
}
