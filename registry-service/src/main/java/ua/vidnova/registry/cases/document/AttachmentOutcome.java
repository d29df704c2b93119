package ua.vidnova.registry.cases.document;

/** What came of attaching a scan. */
public sealed interface AttachmentOutcome {

  record Attached(CaseDocument document) implements AttachmentOutcome {}

  /** The same scan arrived before; nothing has changed. */
  record AttachedBefore(CaseDocument document) implements AttachmentOutcome {}

  /** The case is not there, or not the caller's to see. */
  record NotFound() implements AttachmentOutcome {}

  /** The case is handed over or refused. */
  record CaseClosed() implements AttachmentOutcome {}

  record TooMany(int max) implements AttachmentOutcome {}

  /** The service asks for no document of that kind. */
  record UnknownKind() implements AttachmentOutcome {}

  record IdNotTimeOrdered() implements AttachmentOutcome {}

  /** The id belongs to another document. */
  record IdInUse() implements AttachmentOutcome {}
}
