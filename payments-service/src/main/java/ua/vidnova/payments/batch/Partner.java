package ua.vidnova.payments.batch;

import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import jakarta.persistence.Embeddable;
import jakarta.persistence.EmbeddedId;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import java.io.Serializable;
import java.util.Optional;
import ua.vidnova.payments.resident.Channel;

/** Who pays out through a channel, and how they take a batch. Data; an operator changes it. */
@Entity
@SuppressWarnings("unused") // Hibernate reads and writes every field.
public class Partner extends PanacheEntityBase {

  /** An organisation may serve several channels. */
  @Embeddable
  public record Key(String edrpou, @Enumerated(EnumType.STRING) Channel channel)
      implements Serializable {}

  @EmbeddedId private Key key;

  @Enumerated(EnumType.STRING)
  private FileFormat fileFormat;

  private String bankCode;

  private String payerEdrpou;

  private String payerName;

  private String payerAccount;

  private String messageIdPrefix;

  static Partner get(String edrpou, Channel channel) {
    return Partner.<Partner>findByIdOptional(new Key(edrpou, channel)).orElseThrow();
  }

  public FileFormat fileFormat() {
    return fileFormat;
  }

  BatchFile.Payer payer() {
    return new BatchFile.Payer(
        payerEdrpou, payerName, bankCode, Optional.ofNullable(payerAccount), messageIdPrefix);
  }
}
