package ua.vidnova.registry.imports;

import java.time.LocalDate;
import java.util.Map;
import ua.vidnova.contracts.identifiers.Sex;
import ua.vidnova.registry.evidence.DocumentType;
import ua.vidnova.registry.names.PersonName;

/**
 * A person as one line of a list describes them, checked and in canonical form.
 *
 * @param rnokpp null when the list has none
 * @param settlement КАТОТТГ code of a settlement
 * @param phone E.164; null when there is none
 * @param passport null when there is none
 * @param recordNumber the register's own number of the person; null when there is none
 * @param stated the fields as they stood in the line
 */
public record ListedPerson(
    PersonName name,
    LocalDate birthDate,
    Sex sex,
    String rnokpp,
    String settlement,
    String phone,
    Passport passport,
    String recordNumber,
    Map<ListField, String> stated) {

  /** A paper that the list mentions; nobody has seen it. */
  public record Passport(DocumentType type, String number) {}
}
