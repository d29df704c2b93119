package ua.vidnova.payments.channel;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.params.aggregator.ArgumentsAccessor;
import ua.vidnova.payments.batch.PaymentWindowRule;
import ua.vidnova.payments.resident.Channel;

/** A row of ways.csv: what is known of a resident and their settlement, and the way it makes. */
record WayCase(int row, ArgumentsAccessor cells) {

  static final YearMonth PERIOD = YearMonth.of(2026, 12);
  static final LocalDate TODAY = LocalDate.of(2026, 12, 1);
  static final String IBAN = "UA213223130000026007233566001";
  static final String UKRPOSHTA = "21560045";
  static final String SHOPS = "32855961";
  static final String PENSION_FUND = "00035323";
  static final String OSCHADBANK = "00032129";

  /** Not the bank of any other IBAN here. */
  static final String SECOND_BANK = "14360570";

  private static final Map<String, String> IBANS =
      Map.of(
          "yes",
          IBAN,
          "default",
          "UA053004650000026007233566001",
          "second",
          "UA743052990000026007233566001");

  /** A place as the table tells it. */
  record Told(UUID id, String name, String kind, Map<String, String> more) {

    String state() {
      return more.getOrDefault("state", "WORKING");
    }

    String operator() {
      return more.getOrDefault("operator", kind.equals("TILL") ? SHOPS : UKRPOSHTA);
    }

    Set<DayOfWeek> weekdays() {
      var days = new HashSet<DayOfWeek>();
      days().filter(day -> !isDate(day)).forEach(day -> days.add(DayOfWeek.valueOf(day)));
      return days;
    }

    Set<LocalDate> dates() {
      var dates = new HashSet<LocalDate>();
      days().filter(Told::isDate).forEach(day -> dates.add(LocalDate.parse(day)));
      return dates;
    }

    Long limit(String which) {
      return more.containsKey(which) ? Long.valueOf(more.get(which)) : null;
    }

    private Stream<String> days() {
      return more.containsKey("days")
          ? Arrays.stream(more.get("days").split("\\+", -1))
          : Stream.empty();
    }

    private static boolean isDate(String day) {
      return Character.isDigit(day.charAt(0));
    }

    Place place() {
      return new Place(
          id,
          operator(),
          kind.equals("TILL") ? Place.Kind.TILL : Place.Kind.POST,
          state().equals("LIMITED"),
          weekdays(),
          dates(),
          new Place.Limits(limit("min"), limit("max"), limit("multiple"), limit("float")));
    }
  }

  String preferred() {
    return cells.getString(1);
  }

  String override() {
    return cells.getString(2);
  }

  String because() {
    return cells.getString(3);
  }

  String iban() {
    return IBANS.get(cells.getString(4));
  }

  boolean liberated() {
    return cells.getString(5).equals("yes");
  }

  /** In the order of their ids. */
  List<Told> places() {
    var places = new ArrayList<Told>();
    if (cells.getString(6) != null) {
      for (var text : cells.getString(6).split(";", -1)) {
        var words = text.strip().split(" ", -1);
        var more = new HashMap<String, String>();
        Arrays.stream(words)
            .skip(2)
            .map(word -> word.contains("=") ? word : "state=" + word)
            .forEach(word -> more.put(word.split("=", 2)[0], word.split("=", 2)[1]));
        places.add(new Told(new UUID(row, places.size() + 1), words[0], words[1], more));
      }
    }
    return places;
  }

  String reach() {
    return cells.getString(7);
  }

  UUID delegationId() {
    return new UUID(row, 99);
  }

  List<Long> sums() {
    return Arrays.stream(cells.getString(8).split("\\+", -1)).map(Long::valueOf).toList();
  }

  WayFacts facts() {
    return new WayFacts(
        preferred() == null ? null : Channel.valueOf(preferred()),
        override() == null
            ? null
            : new WayFacts.OtherChannel(Channel.valueOf(override()), because()),
        iban(),
        liberated(),
        places().stream().filter(one -> !one.state().equals("OUT")).map(Told::place).toList(),
        reach() == null
            ? null
            : new WayFacts.Delegated(delegationId(), reach().equals("WHOLE_SETTLEMENT")),
        sums(),
        new WayFacts.Banks(OSCHADBANK, Map.of("300465", OSCHADBANK, "305299", SECOND_BANK)),
        Map.of(
            Channel.POST, Set.of(UKRPOSHTA),
            Channel.TILL, Set.of(SHOPS),
            Channel.DELEGATE, Set.of(PENSION_FUND)),
        PaymentWindowRule.window(PERIOD, TODAY, 4, 25));
  }

  Way expected() {
    if (cells.getString(13) != null) {
      return Way.held(WayReason.valueOf(cells.getString(13)));
    }
    var channel = Channel.valueOf(cells.getString(9));
    var day = cells.getString(11);
    return new Way(
        channel,
        switch (channel) {
          case BANK -> cells.getString(4).equals("second") ? SECOND_BANK : OSCHADBANK;
          case POST -> UKRPOSHTA;
          case TILL -> SHOPS;
          case DELEGATE -> PENSION_FUND;
        },
        placeId(cells.getString(10)),
        day == null ? null : LocalDate.parse(day),
        channel == Channel.BANK ? iban() : null,
        cells.getString(12),
        null);
  }

  private UUID placeId(String name) {
    if (name == null || name.equals("delegation")) {
      return name == null ? null : delegationId();
    }
    return places().stream().filter(one -> one.name().equals(name)).findFirst().orElseThrow().id();
  }
}
