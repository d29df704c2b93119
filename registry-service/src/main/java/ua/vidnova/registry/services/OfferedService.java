package ua.vidnova.registry.services;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/**
 * An administrative service as it is offered for a time.
 *
 * @param code stable, such as {@code RESIDENCE_REGISTRATION}
 * @param validFrom first day on which this row is applied
 * @param validTo first day on which it no longer is; null while no end is known
 * @param guideId five digits of the national Guide of services; null when not known
 * @param article null while a lawyer has to confirm it
 * @param source where the facts were seen, and what of them is to be confirmed
 * @param needsSpecialEquipment such as a fingerprint scanner, which not every brigade carries
 * @param tellsPayments whether a submission is handed over to the payments service
 */
public record OfferedService(
    String code,
    LocalDate validFrom,
    LocalDate validTo,
    String guideId,
    String nameUk,
    String nameEn,
    String act,
    String article,
    String source,
    List<NeededDocument> documents,
    Fee fee,
    CompetentBody competentBody,
    boolean needsSpecialEquipment,
    Term term,
    boolean tellsPayments) {

  /** A document that the applicant brings; one that is not mandatory helps where it is at hand. */
  public record NeededDocument(String kind, String nameUk, String nameEn, boolean mandatory) {}

  /** Who decides. */
  public record CompetentBody(String nameUk, String nameEn) {}

  /** How the fee is found. */
  public enum FeeRule {
    FREE,
    /** A share of the subsistence minimum of the able-bodied on 1 January of the year. */
    SHARE_OF_SUBSISTENCE,
    /** The competent body names it. */
    SET_BY_COMPETENT_BODY
  }

  /**
   * What the service costs.
   *
   * @param basisPoints hundredths of a percent, only with SHARE_OF_SUBSISTENCE
   * @param lateBasisPoints the same for those who come late; null when it is no different
   */
  public record Fee(FeeRule rule, Integer basisPoints, Integer lateBasisPoints) {}

  /** Which days count towards a term. */
  public enum DayKind {
    CALENDAR,
    WORKING
  }

  /** Within how many days of the submission the competent body decides, and where that stands. */
  public record Term(int days, DayKind kind, String source) {}

  /** The document of a kind that this service asks for. */
  public Optional<NeededDocument> findDocument(String kind) {
    return documents.stream().filter(document -> document.kind().equals(kind)).findFirst();
  }

  /** Kinds of documents without which the competent body is not asked. */
  public List<String> mandatoryKinds() {
    return documents.stream().filter(NeededDocument::mandatory).map(NeededDocument::kind).toList();
  }
}
