package ua.vidnova.payments.partner;

import java.util.Map;
import java.util.Set;
import ua.vidnova.payments.partner.PartnerProfile.ReportFrom;
import ua.vidnova.payments.report.ReportFormat;

/**
 * What was agreed with a partner about one channel: how it is paid from, how it reports, and what
 * its words mean.
 *
 * @param active whether runs send money through it
 * @param defaultBank whether this bank pays the accounts of banks that are no partners
 * @param bankCode МФО; null unless it is a bank
 * @param payerEdrpou ЄДРПОУ of whose money it is
 * @param payerAccount IBAN of the payer at this bank; null until it is known
 * @param linesMax how many instructions the partner takes in one file
 * @param messageIdPrefix up to three capital letters or digits before a batch's id in MsgId
 * @param settledStatuses ISO transaction statuses that are settlement, such as ACCC
 * @param reportFrom from which day {@code reportDays} count
 * @param reportDays days within which the outcome is expected
 * @param codes what the partner's codes mean
 */
public record Agreement(
    String name,
    boolean active,
    boolean defaultBank,
    String bankCode,
    String payerEdrpou,
    String payerName,
    String payerAccount,
    int linesMax,
    String messageIdPrefix,
    Set<ReportFormat> reportFormats,
    Set<String> settledStatuses,
    ReportFrom reportFrom,
    int reportDays,
    Map<String, Meaning> codes) {}
