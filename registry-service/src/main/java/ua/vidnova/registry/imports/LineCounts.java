package ua.vidnova.registry.imports;

import org.eclipse.microprofile.openapi.annotations.media.Schema;
import ua.vidnova.registry.imports.ListedLineRules.Fate;

/** What became of lines; each counts once. */
@Schema(name = "ImportLineCounts")
public record LineCounts(
    @Schema(description = "Made a listed resident") long added,
    @Schema(description = "Became a statement about a resident who has the number and the name")
        long attached,
    @Schema(description = "Say otherwise of a person than this list did before") long restated,
    @Schema(description = "Say what this list said before") long unchanged,
    @Schema(description = "Could not be taken") long refused) {

  static final LineCounts NONE = new LineCounts(0, 0, 0, 0, 0);

  /** Counts one line more. */
  LineCounts plus(Fate fate) {
    return switch (fate) {
      case Fate.Added one -> new LineCounts(this.added + 1, attached, restated, unchanged, refused);
      case Fate.Attached one ->
          new LineCounts(added, this.attached + 1, restated, unchanged, refused);
      case Fate.Restated one ->
          new LineCounts(added, attached, this.restated + 1, unchanged, refused);
      case Fate.Unchanged one ->
          new LineCounts(added, attached, restated, this.unchanged + 1, refused);
      case Fate.Refused one -> plusRefused(1);
    };
  }

  LineCounts plusRefused(long lines) {
    return new LineCounts(added, attached, restated, unchanged, refused + lines);
  }
}
