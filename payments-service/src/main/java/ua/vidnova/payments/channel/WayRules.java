package ua.vidnova.payments.channel;

import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import ua.vidnova.payments.resident.Channel;

/**
 * How somebody is paid: as they wish, or as an override by law says, when nothing is in its way;
 * else to an account, by the post, at a till, by a delegated official, in this order (CMU №162: a
 * bank where there is an account, cash through officials where no bank works). An account is paid
 * through its own bank where that is a partner. The function {@code payment_way} says the same of
 * everyone at once.
 */
public final class WayRules {

  private WayRules() {}

  /** A channel is open, or something is in its way. */
  public sealed interface Try {
    /** It could be used. */
    record Open(Way way) implements Try {}

    /** It cannot be. */
    record Closed(WayReason why) implements Try {}
  }

  /** Chooses the way. */
  public static Way choose(WayFacts facts) {
    var wish = facts.wish();
    if (wish == null) {
      return Way.held(WayReason.CHANNEL_MISSING);
    }
    var tries = tryAll(facts);
    return Stream.concat(Stream.of(wish), Stream.of(Channel.values()))
        .filter(channel -> channel == wish || !facts.isBarred(channel))
        .map(tries::get)
        .flatMap(one -> one instanceof Try.Open(var way) ? Stream.of(way) : Stream.empty())
        .findFirst()
        .map(way -> way.because(reason(way.channel(), facts, tries)))
        .orElseGet(() -> Way.held(((Try.Closed) tries.get(wish)).why()));
  }

  /** Each channel for itself, whatever the resident wishes. */
  public static Map<Channel, Try> tryAll(WayFacts facts) {
    var tries = new EnumMap<Channel, Try>(Channel.class);
    tries.put(Channel.BANK, bank(facts));
    tries.put(Channel.POST, post(facts));
    tries.put(Channel.TILL, till(facts));
    tries.put(Channel.DELEGATE, delegate(facts));
    return tries;
  }

  private static String reason(Channel chosen, WayFacts facts, Map<Channel, Try> tries) {
    if (chosen == facts.preferred()) {
      return null;
    }
    return chosen == facts.wish()
        ? facts.override().reason()
        : ((Try.Closed) tries.get(facts.wish())).why().name();
  }

  private static Try bank(WayFacts facts) {
    if (facts.iban() == null) {
      return new Try.Closed(WayReason.IBAN_MISSING);
    }
    return facts
        .banks()
        .of(facts.iban())
        .<Try>map(
            bank -> new Try.Open(new Way(Channel.BANK, bank, null, null, facts.iban(), null, null)))
        .orElseGet(() -> new Try.Closed(WayReason.NO_PARTNER));
  }

  private static Try post(WayFacts facts) {
    if (!facts.liberated()) {
      return new Try.Closed(WayReason.SETTLEMENT_NOT_LIBERATED);
    }
    if (partners(facts, Channel.POST).isEmpty()) {
      return new Try.Closed(WayReason.NO_PARTNER);
    }
    var offices = placesOf(facts, Place.Kind.POST);
    return offices.stream()
        .filter(office -> office.comesWithin(facts.window()))
        .min(bestOffice(facts))
        .<Try>map(office -> open(Channel.POST, office, facts))
        .orElseGet(
            () ->
                new Try.Closed(
                    offices.isEmpty() ? WayReason.POST_NOT_WORKING : WayReason.POST_NO_DAY));
  }

  private static Try till(WayFacts facts) {
    if (!facts.liberated()) {
      return new Try.Closed(WayReason.SETTLEMENT_NOT_LIBERATED);
    }
    var tills =
        placesOf(facts, Place.Kind.TILL).stream()
            .filter(till -> till.comesWithin(facts.window()))
            .toList();
    return tills.stream()
        .filter(till -> facts.sumsMinor().stream().allMatch(till.limits()::allow))
        .min(Comparator.comparing(Place::limited).thenComparing(till -> till.id().toString()))
        .<Try>map(till -> open(Channel.TILL, till, facts))
        .orElseGet(
            () ->
                new Try.Closed(
                    tills.isEmpty() ? WayReason.TILL_NOT_WORKING : WayReason.SUM_BEYOND_TILL));
  }

  private static Try delegate(WayFacts facts) {
    if (!facts.liberated()) {
      return new Try.Closed(WayReason.SETTLEMENT_NOT_LIBERATED);
    }
    var payer = partners(facts, Channel.DELEGATE).stream().findFirst();
    if (payer.isEmpty()) {
      return new Try.Closed(WayReason.NO_PARTNER);
    }
    if (facts.delegation() == null) {
      return new Try.Closed(WayReason.DELEGATE_NOT_APPOINTED);
    }
    return facts.delegation().forAll() || facts.wish() == Channel.DELEGATE
        ? new Try.Open(
            new Way(Channel.DELEGATE, payer.get(), facts.delegation().id(), null, null, null, null))
        : new Try.Closed(WayReason.DELEGATE_NOT_ASKED);
  }

  private static Comparator<Place> bestOffice(WayFacts facts) {
    return Comparator.comparing((Place office) -> !office.isThereAnyDay())
        .thenComparing(Place::limited)
        .thenComparing(office -> office.nextDay(facts.window()).orElse(facts.window().to()))
        .thenComparing(office -> office.id().toString());
  }

  private static Try open(Channel channel, Place place, WayFacts facts) {
    return new Try.Open(
        new Way(
            channel,
            place.operator(),
            place.id(),
            place.nextDay(facts.window()).orElse(null),
            null,
            null,
            null));
  }

  private static List<Place> placesOf(WayFacts facts, Place.Kind kind) {
    var operators = partners(facts, Channel.valueOf(kind.name()));
    return facts.places().stream()
        .filter(place -> place.kind() == kind && operators.contains(place.operator()))
        .toList();
  }

  private static Set<String> partners(WayFacts facts, Channel channel) {
    return Optional.ofNullable(facts.partners().get(channel)).orElse(Set.of());
  }
}
