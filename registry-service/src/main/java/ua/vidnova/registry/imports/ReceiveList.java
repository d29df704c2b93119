package ua.vidnova.registry.imports;

import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.InputStream;
import java.security.MessageDigest;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import ua.vidnova.chassis.access.Caller;
import ua.vidnova.chassis.audit.AuditTrail;
import ua.vidnova.chassis.ids.Ids;
import ua.vidnova.chassis.problems.FieldError;
import ua.vidnova.chassis.time.KyivCalendar;
import ua.vidnova.registry.Checked;
import ua.vidnova.registry.imports.files.ListHeader;

/**
 * Takes in a file, holding a piece of it at a time, and looks whether it can be read at all. The
 * lines are worked later, see {@link WorkImports}.
 */
@ApplicationScoped
public class ReceiveList {

  private final Caller caller;
  private final KyivCalendar calendar;
  private final AuditTrail auditTrail;
  private final FilePieces pieces;
  private final MappingJson mappings;
  private final WorkImports workImports;

  @Inject
  ReceiveList(
      Caller caller,
      KyivCalendar calendar,
      AuditTrail auditTrail,
      FilePieces pieces,
      MappingJson mappings,
      WorkImports workImports) {
    this.caller = caller;
    this.calendar = calendar;
    this.auditTrail = auditTrail;
    this.pieces = pieces;
    this.mappings = mappings;
    this.workImports = workImports;
  }

  /** What came of a file. */
  public sealed interface Outcome {

    /** It is being worked. */
    record Accepted(UUID importId) implements Outcome {}

    /** The same content came through the same mapping before. */
    record CameBefore(UUID importId) implements Outcome {}

    /** No mapping with this name is the caller's to see. */
    record UnknownMapping() implements Outcome {}

    /** The list reaches beyond the caller's territories. */
    record OutsideTerritory() implements Outcome {}

    /** Its charset is none that is read, or another than was declared. */
    record WrongCharset(String code, String message) implements Outcome {}

    /** Its first line is not the header that the mapping expects. */
    record WrongHeader(List<FieldError> errors) implements Outcome {}

    /** It did not come whole. */
    record BrokeOff() implements Outcome {}
  }

  /**
   * Receives a file.
   *
   * @param declared charset of the request; empty to take the mapping's, or to find it out
   * @param dryRun whether only the report is wanted
   */
  public Outcome receive(
      String mappingName, Optional<ListCharset> declared, boolean dryRun, InputStream file) {
    var saved = QuarkusTransaction.requiringNew().call(() -> SavedMapping.findNamed(mappingName));
    if (saved.filter(mapping -> Reach.of(caller).overlaps(mapping.territory())).isEmpty()) {
      return new Outcome.UnknownMapping();
    }
    if (!caller.covers(saved.get().territory())) {
      return new Outcome.OutsideTerritory();
    }
    var id = Ids.newId();
    QuarkusTransaction.requiringNew()
        .run(
            () -> {
              var sender = new ListImport.Sender(caller.id(), caller.name(), calendar.now());
              ListImport.receive(id, saved.get(), dryRun, sender);
            });
    return new Reception(id, saved.get(), declared, dryRun).of(file);
  }

  private final class Reception {

    private final UUID id;
    private final SavedMapping saved;
    private final ImportMapping mapping;
    private final Optional<ListCharset> declared;
    private final boolean dryRun;
    private final MessageDigest sha256 = Digests.sha256();
    private final Utf8Check utf8 = new Utf8Check();
    private long bytes;

    Reception(UUID id, SavedMapping saved, Optional<ListCharset> declared, boolean dryRun) {
      this.id = id;
      this.saved = saved;
      this.mapping = mappings.read(saved);
      this.declared = declared.or(() -> Optional.ofNullable(mapping.charset()));
      this.dryRun = dryRun;
    }

    Outcome of(InputStream file) {
      var accepted = false;
      try {
        keep(file);
        var outcome = examine();
        accepted = outcome instanceof Outcome.Accepted;
        return outcome;
      } catch (IOException e) {
        return new Outcome.BrokeOff();
      } finally {
        if (!accepted) {
          QuarkusTransaction.requiringNew().run(() -> ListImport.deleteById(id));
        }
      }
    }

    private void keep(InputStream file) throws IOException {
      var number = 0;
      for (var piece = file.readNBytes(FilePieces.SIZE);
          piece.length > 0;
          piece = file.readNBytes(FilePieces.SIZE)) {
        pieces.append(id, number++, piece);
        sha256.update(piece);
        utf8.add(piece);
        bytes += piece.length;
      }
    }

    private Outcome examine() {
      var beginning = pieces.first(id);
      return switch (CharsetRules.decide(
          declared, beginning, utf8.isUtf8(), utf8.isBeyondAscii())) {
        case Checked.Bad<ListCharset>(var code, var message) ->
            new Outcome.WrongCharset(code, message);
        case Checked.Good<ListCharset>(var charset) -> {
          var header = ListHeader.read(beginning, charset, mapping);
          yield header.errors().isEmpty()
              ? accept(charset, header)
              : new Outcome.WrongHeader(header.errors());
        }
      };
    }

    private Outcome accept(ListCharset charset, ListHeader header) {
      var content = sha256.digest();
      var received =
          new ListImport.Received(content, bytes, charset, header.delimiter(), header.end());
      Outcome outcome =
          QuarkusTransaction.requiringNew()
              .call(
                  () -> {
                    var same = ListImport.findSame(saved, dryRun, content);
                    if (same.isPresent()) {
                      return new Outcome.CameBefore(same.get().id());
                    }
                    ListImport.findLocked(id).orElseThrow().isReceived(received);
                    auditTrail.wrote("started", "list-import", id, null);
                    return new Outcome.Accepted(id);
                  });
      workImports.wake();
      return outcome;
    }
  }
}
