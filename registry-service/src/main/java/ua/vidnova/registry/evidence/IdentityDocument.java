package ua.vidnova.registry.evidence;

import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.FetchType;
import jakarta.persistence.Id;
import jakarta.persistence.ManyToOne;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import ua.vidnova.chassis.ids.Ids;

/** A paper that was seen for a resident. It is never changed; a better look is another record. */
@Entity
public class IdentityDocument extends PanacheEntityBase {

  @Id private UUID id;

  @ManyToOne(fetch = FetchType.LAZY, optional = false)
  private Statement statement;

  @Enumerated(EnumType.STRING)
  private DocumentType type;

  private String number;
  private LocalDate issuedOn;
  private LocalDate expiresOn;
  private String issuer;

  @Enumerated(EnumType.STRING)
  private EvidenceLevel evidenceLevel;

  protected IdentityDocument() {}

  /** Keeps a paper as part of the statement in which it was shown. */
  public static IdentityDocument shownIn(Statement statement, DocumentDetails details) {
    var document = new IdentityDocument();
    document.id = Ids.newId();
    document.statement = statement;
    document.type = details.type();
    document.number = details.number();
    document.issuedOn = details.issuedOn();
    document.expiresOn = details.expiresOn();
    document.issuer = details.issuer();
    document.evidenceLevel = details.level();
    document.persist();
    return document;
  }

  /** The papers seen for a resident, in the order in which they were recorded. */
  public static List<IdentityDocument> findOf(UUID residentId) {
    return list(
        "from IdentityDocument d join fetch d.statement s where s.residentId = ?1 order by d.id",
        residentId);
  }

  public DocumentDetails details() {
    return new DocumentDetails(type, number, issuedOn, expiresOn, issuer, evidenceLevel);
  }

  public Statement statement() {
    return statement;
  }
}
