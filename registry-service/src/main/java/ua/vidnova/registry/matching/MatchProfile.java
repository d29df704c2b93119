package ua.vidnova.registry.matching;

import java.util.List;
import java.util.UUID;
import ua.vidnova.contracts.identifiers.Sex;
import ua.vidnova.registry.names.PersonName;

/**
 * What a record says of a person, as far as it helps to recognise them.
 *
 * @param name in any of the scripts and spellings that papers have; its parts may be null
 * @param otherNames former, maiden or otherwise documented names
 * @param birthDate null when nothing of it is known
 * @param sex null when it is not known
 * @param rnokpp as stated, valid or not; null when there is none
 * @param phone E.164; null when there is none
 * @param settlement KATOTTG code; null when it is not known
 */
public record MatchProfile(
    UUID id,
    PersonName name,
    List<PersonName> otherNames,
    PartialDate birthDate,
    Sex sex,
    String rnokpp,
    List<DocumentKey> documents,
    String phone,
    String settlement) {

  public MatchProfile {
    otherNames = List.copyOf(otherNames);
    documents = List.copyOf(documents);
  }
}
