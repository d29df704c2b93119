package ua.vidnova.registry.resident;

import java.time.LocalDate;
import java.util.List;
import ua.vidnova.contracts.identifiers.Sex;
import ua.vidnova.registry.evidence.DocumentDetails;
import ua.vidnova.registry.names.PersonName;

/**
 * Everything stated about a person at registration, checked and in canonical form.
 *
 * @param rnokpp null exactly when {@code rnokppAbsence} says why
 * @param documents at least one
 * @param settlement KATOTTG code of a settlement
 * @param areas codes of the settlement and of all territories around it
 * @param phone Ukrainian, E.164; null when there is none
 * @param paymentChannel null when the person stated no preference
 * @param noRussianPensionDeclaredOn null while the person has not declared it
 * @param identifiedOn day on which the registrar saw the person, in Kyiv
 */
public record Particulars(
    PersonName name,
    LocalDate birthDate,
    Sex sex,
    String rnokpp,
    RnokppAbsence rnokppAbsence,
    List<DocumentDetails> documents,
    String settlement,
    List<String> areas,
    String phone,
    PaymentChannel paymentChannel,
    LocalDate noRussianPensionDeclaredOn,
    LocalDate identifiedOn) {}
