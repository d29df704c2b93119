package ua.vidnova.payments.batch.files;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.xml.datatype.DatatypeFactory;
import javax.xml.datatype.XMLGregorianCalendar;
import ua.vidnova.payments.batch.BatchFile.Heading;
import ua.vidnova.payments.batch.PaymentLine;
import ua.vidnova.payments.iso20022.pain001.AccountIdentification4Choice;
import ua.vidnova.payments.iso20022.pain001.ActiveOrHistoricCurrencyAndAmount;
import ua.vidnova.payments.iso20022.pain001.AmountType4Choice;
import ua.vidnova.payments.iso20022.pain001.BranchAndFinancialInstitutionIdentification6;
import ua.vidnova.payments.iso20022.pain001.CashAccount38;
import ua.vidnova.payments.iso20022.pain001.ClearingSystemMemberIdentification2;
import ua.vidnova.payments.iso20022.pain001.CreditTransferTransaction34;
import ua.vidnova.payments.iso20022.pain001.DateAndDateTime2Choice;
import ua.vidnova.payments.iso20022.pain001.FinancialInstitutionIdentification18;
import ua.vidnova.payments.iso20022.pain001.GenericAccountIdentification1;
import ua.vidnova.payments.iso20022.pain001.GenericOrganisationIdentification1;
import ua.vidnova.payments.iso20022.pain001.GenericPersonIdentification1;
import ua.vidnova.payments.iso20022.pain001.GroupHeader85;
import ua.vidnova.payments.iso20022.pain001.OrganisationIdentification29;
import ua.vidnova.payments.iso20022.pain001.Party38Choice;
import ua.vidnova.payments.iso20022.pain001.PartyIdentification135;
import ua.vidnova.payments.iso20022.pain001.PaymentIdentification6;
import ua.vidnova.payments.iso20022.pain001.PersonIdentification13;
import ua.vidnova.payments.iso20022.pain001.PersonIdentificationSchemeName1Choice;
import ua.vidnova.payments.iso20022.pain001.Purpose2Choice;
import ua.vidnova.payments.iso20022.pain001.RemittanceInformation16;

/** The parts of a {@code pain.001.001.09} message, filled from a batch. */
final class CreditTransferParts {

  /** What market practice writes where the payer's account is not told in the message. */
  private static final String NOT_PROVIDED = "NOTPROVIDED";

  /** ISO external code: a taxpayer's number. */
  private static final String TAXPAYER_NUMBER = "TXID";

  /** Of a name, and of what a payment is for. */
  private static final int TEXT_LENGTH_MAX = 140;

  private final Heading heading;

  CreditTransferParts(Heading heading) {
    this.heading = heading;
  }

  /** An id as banks take it: at most 35 characters, so without hyphens. */
  static String reference(UUID id) {
    return id.toString().replace("-", "");
  }

  GroupHeader85 groupHeader() {
    var header = new GroupHeader85();
    header.setMsgId(heading.payer().messageIdPrefix() + reference(heading.batchId()));
    header.setCreDtTm(calendar(heading.madeAt().atOffset(ZoneOffset.UTC).toString()));
    header.setNbOfTxs(Integer.toString(heading.lineCount()));
    header.setCtrlSum(BigDecimal.valueOf(heading.totalMinor(), 2));
    header.setInitgPty(payer());
    return header;
  }

  DateAndDateTime2Choice executionDate() {
    var date = new DateAndDateTime2Choice();
    date.setDt(calendar(heading.payFrom()));
    return date;
  }

  PartyIdentification135 payer() {
    var number = new GenericOrganisationIdentification1();
    number.setId(heading.payer().edrpou());
    var organisation = new OrganisationIdentification29();
    organisation.getOthr().add(number);
    var id = new Party38Choice();
    id.setOrgId(organisation);
    var payer = new PartyIdentification135();
    payer.setNm(heading.payer().name());
    payer.setId(id);
    return payer;
  }

  CashAccount38 payerAccount() {
    return heading
        .payer()
        .account()
        .map(CreditTransferParts::account)
        .orElseGet(
            () -> {
              var other = new GenericAccountIdentification1();
              other.setId(NOT_PROVIDED);
              var id = new AccountIdentification4Choice();
              id.setOthr(other);
              var account = new CashAccount38();
              account.setId(id);
              return account;
            });
  }

  BranchAndFinancialInstitutionIdentification6 payerBank() {
    return bank(heading.payer().bankCode());
  }

  CreditTransferTransaction34 transfer(PaymentLine line) {
    var id = new PaymentIdentification6();
    id.setEndToEndId(reference(line.instructionId()));
    var value = new ActiveOrHistoricCurrencyAndAmount();
    value.setCcy("UAH");
    value.setValue(BigDecimal.valueOf(line.amountMinor(), 2));
    var amount = new AmountType4Choice();
    amount.setInstdAmt(value);
    var purpose = new Purpose2Choice();
    purpose.setCd(line.purpose());
    var remittance = new RemittanceInformation16();
    remittance.getUstrd().add(text(line.programme(), " за " + line.month()));

    var transfer = new CreditTransferTransaction34();
    transfer.setPmtId(id);
    transfer.setAmt(amount);
    transfer.setCdtrAgt(bank(line.iban().substring(4, 10)));
    transfer.setCdtr(payee(line));
    transfer.setCdtrAcct(account(line.iban()));
    transfer.setPurp(purpose);
    transfer.setRmtInf(remittance);
    return transfer;
  }

  /** Who refused a number for reasons of faith has none, and is known by name and account. */
  private static PartyIdentification135 payee(PaymentLine line) {
    var payee = new PartyIdentification135();
    payee.setNm(text(name(line), ""));
    if (line.rnokpp() != null) {
      payee.setId(id(line.rnokpp()));
    }
    return payee;
  }

  private static Party38Choice id(String rnokpp) {
    var scheme = new PersonIdentificationSchemeName1Choice();
    scheme.setCd(TAXPAYER_NUMBER);
    var number = new GenericPersonIdentification1();
    number.setId(rnokpp);
    number.setSchmeNm(scheme);
    var person = new PersonIdentification13();
    person.getOthr().add(number);
    var id = new Party38Choice();
    id.setPrvtId(person);
    return id;
  }

  private static String name(PaymentLine line) {
    return Stream.of(line.familyName(), line.givenName(), line.patronymic())
        .filter(Objects::nonNull)
        .collect(Collectors.joining(" "));
  }

  /** XML cannot hold control characters, and fields have a length, into which the end must fit. */
  private static String text(String beginning, String end) {
    var clean = beginning.replaceAll("[\\p{Cntrl}\\p{Cs}\\p{Cn}]+", " ").strip();
    var room = TEXT_LENGTH_MAX - end.length();
    if (clean.length() <= room) {
      return clean + end;
    }
    var splitsCharacter = Character.isHighSurrogate(clean.charAt(room - 1));
    return clean.substring(0, splitsCharacter ? room - 1 : room) + end;
  }

  private static CashAccount38 account(String iban) {
    var id = new AccountIdentification4Choice();
    id.setIBAN(iban);
    var account = new CashAccount38();
    account.setId(id);
    return account;
  }

  private static BranchAndFinancialInstitutionIdentification6 bank(String bankCode) {
    var member = new ClearingSystemMemberIdentification2();
    member.setMmbId(bankCode);
    var institution = new FinancialInstitutionIdentification18();
    institution.setClrSysMmbId(member);
    var bank = new BranchAndFinancialInstitutionIdentification6();
    bank.setFinInstnId(institution);
    return bank;
  }

  private static XMLGregorianCalendar calendar(LocalDate day) {
    return calendar(day.toString());
  }

  private static XMLGregorianCalendar calendar(String iso) {
    return DatatypeFactory.newDefaultInstance().newXMLGregorianCalendar(iso);
  }
}
