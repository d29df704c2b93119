package ua.vidnova.registry.cases.document;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import ua.vidnova.chassis.access.Caller;
import ua.vidnova.chassis.audit.AuditTrail;
import ua.vidnova.chassis.ids.Ids;
import ua.vidnova.chassis.time.KyivCalendar;
import ua.vidnova.registry.cases.CaseConfig;
import ua.vidnova.registry.cases.CaseFile;
import ua.vidnova.registry.cases.CaseFiles;
import ua.vidnova.registry.cases.CaseReach;

/** Attaches a scan to a case, and shows it again. */
@ApplicationScoped
public class AttachDocument {

  /** Kinds that every case takes: the competent body's paper, and whatever else helps. */
  private static final List<String> ALWAYS_TAKEN = List.of("DECISION", "OTHER");

  private final CaseReach reach;
  private final CaseFiles files;
  private final CaseConfig config;
  private final DocumentStore documents;
  private final KyivCalendar calendar;
  private final Caller caller;
  private final AuditTrail auditTrail;

  @Inject
  AttachDocument(
      CaseReach reach,
      CaseFiles files,
      CaseConfig config,
      DocumentStore documents,
      KyivCalendar calendar,
      Caller caller,
      AuditTrail auditTrail) {
    this.reach = reach;
    this.files = files;
    this.config = config;
    this.documents = documents;
    this.calendar = calendar;
    this.caller = caller;
    this.auditTrail = auditTrail;
  }

  /** Whether it is worth receiving a scan for a case at all. */
  @Transactional
  public boolean mayAttachTo(UUID caseId) {
    return reach.find(caseId).isPresent();
  }

  /** Attaches a scan whose format has been examined; the case is locked meanwhile. */
  @Transactional
  public AttachmentOutcome attach(
      UUID caseId, UUID documentId, String kind, ScanFormat format, Scan scan) {
    return reach
        .findLocked(caseId)
        .map(files::of)
        .map(file -> attach(file, documentId, kind, format, scan))
        .orElseGet(AttachmentOutcome.NotFound::new);
  }

  private AttachmentOutcome attach(
      CaseFile file, UUID documentId, String kind, ScanFormat format, Scan scan) {
    var sha256 = HexFormat.of().formatHex(scan.sha256());
    var known = documents.find(documentId);
    if (known.isPresent()) {
      return isSame(known.get(), file, kind, sha256)
          ? new AttachmentOutcome.AttachedBefore(known.get())
          : new AttachmentOutcome.IdInUse();
    }
    return refusal(file, documentId, kind)
        .orElseGet(() -> add(file, documentId, kind, format, scan, sha256));
  }

  private static boolean isSame(CaseDocument known, CaseFile file, String kind, String sha256) {
    return known.caseId().equals(file.serviceCase().id())
        && known.kind().equals(kind)
        && known.sha256().equals(sha256);
  }

  private Optional<AttachmentOutcome> refusal(CaseFile file, UUID documentId, String kind) {
    if (!Ids.isTimeOrdered(documentId)) {
      return Optional.of(new AttachmentOutcome.IdNotTimeOrdered());
    }
    if (file.serviceCase().state().isClosed()) {
      return Optional.of(new AttachmentOutcome.CaseClosed());
    }
    if (!ALWAYS_TAKEN.contains(kind) && file.service().findDocument(kind).isEmpty()) {
      return Optional.of(new AttachmentOutcome.UnknownKind());
    }
    return file.documents().size() >= config.documentsMax()
        ? Optional.of(new AttachmentOutcome.TooMany(config.documentsMax()))
        : Optional.empty();
  }

  private AttachmentOutcome add(
      CaseFile file, UUID documentId, String kind, ScanFormat format, Scan scan, String sha256) {
    var document =
        new CaseDocument(
            documentId,
            file.serviceCase().id(),
            kind,
            format,
            scan.length(),
            sha256,
            caller.id(),
            caller.name(),
            calendar.now());
    documents.add(document, scan);
    auditTrail.wrote("attached", "case-document", documentId, file.serviceCase().residentId());
    return new AttachmentOutcome.Attached(document);
  }

  /** A document of a case that the caller may see, noted as shown. */
  @Transactional
  public Optional<CaseDocument> show(UUID caseId, UUID documentId) {
    return reach
        .find(caseId)
        .flatMap(
            one -> {
              var found =
                  documents.find(documentId).filter(document -> document.caseId().equals(caseId));
              found.ifPresent(
                  document -> auditTrail.read("case-document", document.id(), one.residentId()));
              return found;
            });
  }
}
