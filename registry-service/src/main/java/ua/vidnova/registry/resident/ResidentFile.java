package ua.vidnova.registry.resident;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import ua.vidnova.registry.evidence.IdentityDocument;
import ua.vidnova.registry.evidence.Statement;
import ua.vidnova.registry.review.OpenQuestion;

/** Everything the registry holds of one person (особова справа). */
public record ResidentFile(
    Resident resident,
    List<IdentityDocument> documents,
    Statement registration,
    List<OpenQuestion> questions) {

  /** Opens the file of a resident. */
  public static Optional<ResidentFile> find(UUID residentId) {
    return Resident.findResident(residentId)
        .map(
            resident ->
                new ResidentFile(
                    resident,
                    IdentityDocument.findOf(residentId),
                    Statement.getRegistrationOf(residentId),
                    OpenQuestion.findAbout(residentId)));
  }
}
