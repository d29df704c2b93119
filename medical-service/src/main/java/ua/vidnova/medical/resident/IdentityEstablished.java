package ua.vidnova.medical.resident;

import java.time.LocalDate;
import java.util.UUID;
import ua.vidnova.contracts.identifiers.Sex;

/** Registry established who a resident is; numbers, evidence and payment details are left out. */
public record IdentityEstablished(
    UUID residentId, String settlement, PersonName name, LocalDate birthDate, Sex sex) {}
