package ua.vidnova.registry.cases;

import java.util.List;
import ua.vidnova.registry.cases.document.CaseDocument;
import ua.vidnova.registry.cases.reminder.CaseReminder;
import ua.vidnova.registry.services.OfferedService;

/**
 * Everything that is kept of one case.
 *
 * @param service as it was offered on the day of the submission
 */
public record CaseFile(
    ServiceCase serviceCase,
    OfferedService service,
    List<CaseTransition> transitions,
    List<CaseDocument> documents,
    List<CaseReminder> reminders) {}
