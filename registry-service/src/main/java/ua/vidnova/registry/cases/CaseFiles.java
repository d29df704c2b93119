package ua.vidnova.registry.cases;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import ua.vidnova.registry.cases.document.DocumentStore;
import ua.vidnova.registry.cases.reminder.CaseReminder;
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
        catalogue.get(one.service(), one.serviceFrom()),
        CaseTransition.listOf(one.id()),
        documents.listOf(one.id()),
        CaseReminder.listOf(one.id()));
  }
}
