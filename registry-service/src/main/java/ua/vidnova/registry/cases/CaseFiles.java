package ua.vidnova.registry.cases;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import ua.vidnova.registry.cases.document.DocumentStore;
import ua.vidnova.registry.cases.reminder.CaseReminder;
import ua.vidnova.registry.services.OfferedService;
import ua.vidnova.registry.services.ServiceCatalogue;

/** Puts case files together. */
@ApplicationScoped
public class CaseFiles {

  private final ServiceCatalogue catalogue;
  private final DocumentStore documents;

  @Inject
  CaseFiles(ServiceCatalogue catalogue, DocumentStore documents) {
    this.catalogue = catalogue;
    this.documents = documents;
  }

  /** The file of a case that the caller may see. */
  public CaseFile of(ServiceCase one) {
    return new CaseFile(
        one,
        serviceOf(one, catalogue.readAll()),
        CaseTransition.listOf(one.id()),
        documents.listOf(one.id()),
        CaseReminder.listOf(one.id()));
  }

  /** The service of a case, as it was offered on the day of the submission. */
  public static OfferedService serviceOf(ServiceCase one, List<OfferedService> everOffered) {
    return everOffered.stream()
        .filter(service -> service.code().equals(one.service()))
        .filter(service -> service.validFrom().equals(one.serviceFrom()))
        .findFirst()
        .orElseThrow(() -> new IllegalStateException("No service of case " + one.id()));
  }
}
