package ua.vidnova.registry.resident;

import java.time.LocalDate;
import java.util.List;
import ua.vidnova.contracts.identifiers.Sex;
import ua.vidnova.registry.evidence.EvidenceLevel;
import ua.vidnova.registry.names.PersonName;

/**
 * What the registry holds to be true of a person, as it follows from all that was stated.
 *
 * @param rnokpp null exactly when {@code rnokppAbsence} says why
 * @param unzr null when unknown
 * @param areas codes of the settlement and of all territories around it
 * @param phone E.164 of any country; null when there is none
 * @param paymentChannel null when the person stated no preference
 * @param noRussianPensionDeclaredOn null while the person has not declared it
 */
public record CurrentView(
    PersonName name,
    LocalDate birthDate,
    Sex sex,
    String rnokpp,
    RnokppAbsence rnokppAbsence,
    String unzr,
    String settlement,
    List<String> areas,
    String phone,
    PaymentChannel paymentChannel,
    LocalDate noRussianPensionDeclaredOn,
    EvidenceLevel evidenceLevel,
    LifeState lifeState,
    LocalDate lifeStateSince) {}
