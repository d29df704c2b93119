package ua.vidnova.coordination.cashpoint;

import java.util.Comparator;
import java.util.List;

/**
 * What a cash point is; whether it works now is its status.
 *
 * @param operator ЄДРПОУ of the organisation that hands out the money
 * @param operatorCode the operator's own number of the place
 * @param homeSettlement KATOTTG code of the settlement where it stands
 * @param serves whose people it serves, by settlement; each once
 * @param postalIndex five digits; with the post alone
 */
public record Description(
    String operator,
    String operatorCode,
    CashPointKind kind,
    String placeName,
    String homeSettlement,
    List<Served> serves,
    String postalIndex,
    Limits limits) {

  /** The same with settlements in the order of their codes, as they are kept. */
  Description bySettlement() {
    return new Description(
        operator,
        operatorCode,
        kind,
        placeName,
        homeSettlement,
        serves.stream().sorted(Comparator.comparing(Served::settlement)).toList(),
        postalIndex,
        limits);
  }
}
