package ua.vidnova.payments.run;

import java.time.YearMonth;
import java.util.UUID;
import ua.vidnova.chassis.events.OutgoingEvent;
import ua.vidnova.payments.resident.Channel;

/**
 * A run told somebody to hand out one unit in cash, where neither bank nor post can. The channel of
 * {@link InstructionIssued} is a closed list that its readers rely on.
 *
 * @param partner ЄДРПОУ
 * @param amountMinor kopiykas
 */
public record CashInstructionIssued(
    UUID instructionId,
    UUID awardId,
    UUID residentId,
    UUID batchId,
    String partner,
    Channel channel,
    YearMonth month,
    long amountMinor,
    String currency)
    implements OutgoingEvent {

  static CashInstructionIssued of(InstructionIssued issued) {
    return new CashInstructionIssued(
        issued.instructionId(),
        issued.awardId(),
        issued.residentId(),
        issued.batchId(),
        issued.partner(),
        issued.channel(),
        issued.month(),
        issued.amountMinor(),
        issued.currency());
  }

  @Override
  public String topic() {
    return "payments.instructions";
  }

  @Override
  public String type() {
    return "ua.vidnova.payments.CashInstructionIssued.v1";
  }

  @Override
  public String key() {
    return awardId.toString();
  }
}
