package ua.vidnova.payments.law;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;

/**
 * What a proposal makes of the values that stand. A line replaces what stands on its days; copies
 * of what it replaces go on for the days before and after it. A line that says what stands does
 * nothing.
 */
public final class LawCorrectionRule {

  private LawCorrectionRule() {}

  /**
   * The change that a proposal makes.
   *
   * @param replaced ids of rows that stood and stand no more
   * @param added new rows, copies included
   */
  public record Correction(List<UUID> replaced, List<LawValue> added) {}

  /** The rows that stand and that a line is about; empty when it says what stands already. */
  public static List<LawValue> replacedBy(LawLine line, LawBook standing) {
    var concerned = standing.of(line.code()).stream().filter(line::overlaps).toList();
    return concerned.stream().anyMatch(line::saysTheSameAs) ? List.of() : concerned;
  }

  /** Whether what a line says stands already. */
  public static boolean changesNothing(LawLine line, LawBook standing) {
    return standing.of(line.code()).stream().anyMatch(line::saysTheSameAs);
  }

  public static Correction correct(List<LawLine> lines, LawBook standing, Supplier<UUID> newId) {
    Map<UUID, LawValue> now = new LinkedHashMap<>();
    standing.values().forEach(value -> now.put(value.id(), value));
    var stood = Set.copyOf(now.keySet());
    for (var line : lines) {
      if (now.values().stream().noneMatch(line::saysTheSameAs)) {
        var concerned = now.values().stream().filter(line::overlaps).toList();
        concerned.forEach(known -> now.remove(known.id()));
        concerned.forEach(known -> remains(known, line, newId).forEach(v -> now.put(v.id(), v)));
        var value = valueOf(line, newId.get());
        now.put(value.id(), value);
      }
    }
    return new Correction(
        stood.stream().filter(id -> !now.containsKey(id)).toList(),
        now.values().stream().filter(value -> !stood.contains(value.id())).toList());
  }

  private static List<LawValue> remains(LawValue known, LawLine line, Supplier<UUID> newId) {
    var remains = new ArrayList<LawValue>();
    if (known.validFrom().isBefore(line.validFrom())) {
      remains.add(copy(known, newId.get(), known.validFrom(), line.validFrom()));
    }
    if (line.validTo() != null
        && (known.validTo() == null || known.validTo().isAfter(line.validTo()))) {
      remains.add(copy(known, newId.get(), line.validTo(), known.validTo()));
    }
    return remains;
  }

  private static LawValue copy(LawValue known, UUID id, LocalDate from, LocalDate to) {
    return new LawValue(
        id,
        known.code(),
        known.dimension(),
        known.value(),
        known.act(),
        known.article(),
        known.source(),
        from,
        to);
  }

  private static LawValue valueOf(LawLine line, UUID id) {
    return new LawValue(
        id,
        line.code(),
        line.dimension(),
        line.value(),
        line.act(),
        line.article(),
        line.source(),
        line.validFrom(),
        line.validTo());
  }
}
