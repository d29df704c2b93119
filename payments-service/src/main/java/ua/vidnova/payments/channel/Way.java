package ua.vidnova.payments.channel;

import java.time.LocalDate;
import java.util.UUID;
import ua.vidnova.payments.resident.Channel;

/**
 * How somebody is paid.
 *
 * @param channel null when nothing works; then only hold is not null
 * @param partner ЄДРПОУ
 * @param placeId cash point, or the delegation of an official; null with a bank
 * @param payOn null when any day of the payment window will do
 * @param iban with a bank alone
 * @param reason code that says why it is not the preferred channel; null when it is
 * @param hold why nothing works; null when something does
 */
public record Way(
    Channel channel,
    String partner,
    UUID placeId,
    LocalDate payOn,
    String iban,
    String reason,
    WayReason hold) {

  static Way held(WayReason hold) {
    return new Way(null, null, null, null, null, null, hold);
  }

  Way because(String code) {
    return new Way(channel, partner, placeId, payOn, iban, code, hold);
  }

  @Override
  public String toString() {
    return "Way[" + channel + ", " + placeId + ", " + payOn + ", " + reason + ", " + hold + "]";
  }
}
