package ua.vidnova.payments.run;

import java.time.YearMonth;
import java.util.UUID;
import ua.vidnova.chassis.events.OutgoingEvent;
import ua.vidnova.payments.resident.Channel;

/**
 * A run told a partner to pay one unit.
 *
 * @param partner ЄДРПОУ
 * @param amountMinor kopiykas
 */
public record InstructionIssued(
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

  @Override
  public String topic() {
    return "payments.instructions";
  }

  @Override
  public String type() {
    return "ua.vidnova.payments.InstructionIssued.v1";
  }

  @Override
  public String key() {
    return awardId.toString();
  }
}
