package ua.vidnova.registry.cases.receipt;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.net.URI;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import ua.vidnova.chassis.access.Caller;
import ua.vidnova.chassis.audit.AuditTrail;
import ua.vidnova.chassis.time.KyivCalendar;
import ua.vidnova.contracts.reference.Territories;
import ua.vidnova.registry.cases.CaseConfig;
import ua.vidnova.registry.cases.CaseFile;
import ua.vidnova.registry.cases.CaseFiles;
import ua.vidnova.registry.cases.CaseReach;
import ua.vidnova.registry.resident.Resident;

/** Prints a receipt. Each print has a code of its own, so each sheet tells who printed it. */
@ApplicationScoped
public class IssueReceipt {

  static final String ACTION = "receipt-issued";
  static final String OBJECT = "receipt";

  private final CaseReach reach;
  private final CaseFiles files;
  private final CaseConfig config;
  private final KyivCalendar calendar;
  private final Caller caller;
  private final AuditTrail auditTrail;

  @Inject
  IssueReceipt(
      CaseReach reach,
      CaseFiles files,
      CaseConfig config,
      KyivCalendar calendar,
      Caller caller,
      AuditTrail auditTrail) {
    this.reach = reach;
    this.files = files;
    this.config = config;
    this.calendar = calendar;
    this.caller = caller;
    this.auditTrail = auditTrail;
  }

  /**
   * A printed receipt.
   *
   * @param address where anyone sees whether it is genuine, as in its QR code
   */
  public record Receipt(byte[] pdf, URI address) {}

  /** A new print; empty when the case is not there or not the caller's to see. */
  @Transactional
  public Optional<Receipt> issue(UUID caseId) {
    return reach.find(caseId).map(files::of).map(this::issue);
  }

  private Receipt issue(CaseFile file) {
    var one = file.serviceCase();
    var code = readableCode();
    var id = code.seal(one.id(), one.service(), one.submittedOn());
    CaseReceipt.issue(id, code, one.id(), calendar.now());
    var pdf =
        ReceiptPaper.print(
            ReceiptText.of(
                file,
                Resident.findResident(one.residentId()).orElseThrow().name(),
                Territories.ukraine().find(one.settlement()).orElseThrow().nameUk(),
                caller.name(),
                calendar.today()),
            qrOf(code),
            code.text());
    auditTrail.wrote(ACTION, OBJECT, id, one.residentId());
    return new Receipt(pdf, addressOf(code));
  }

  private ReceiptCode readableCode() {
    return Stream.generate(ReceiptCode::make)
        .filter(code -> qrOf(code).isReadable())
        .findFirst()
        .orElseThrow();
  }

  private QrCode qrOf(ReceiptCode code) {
    return QrCode.of(addressOf(code).toString());
  }

  private URI addressOf(ReceiptCode code) {
    return config.publicUrl().resolve("/api/registry/v1/receipts/" + code.text());
  }
}
