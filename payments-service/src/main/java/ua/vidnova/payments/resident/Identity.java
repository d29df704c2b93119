package ua.vidnova.payments.resident;

import java.time.LocalDate;

/**
 * Who a resident is. Personal data: stays in this database and in partners' files.
 *
 * @param patronymic null when the person has none
 * @param rnokpp null when the person has none
 * @param phone null when unknown
 * @param channel null when the person has not chosen
 * @param iban as told, whether it stands or waits; null without an account, only with BANK
 * @param noRussianPensionDeclaredOn null while there is no declaration
 */
public record Identity(
    String settlement,
    String familyName,
    String givenName,
    String patronymic,
    LocalDate birthDate,
    String rnokpp,
    EvidenceLevel evidenceLevel,
    LocalDate identifiedOn,
    String phone,
    Channel channel,
    String iban,
    LocalDate noRussianPensionDeclaredOn) {

  @Override
  public String toString() {
    return "Identity[withheld]";
  }
}
