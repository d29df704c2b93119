package ua.vidnova.medical.fhir.mapping;

import java.util.Locale;
import java.util.Optional;
import java.util.UUID;

/**
 * Id of a FHIR resource that a visit makes: of the visit or of a part that has an id of its own,
 * and behind a dot which resource of the visit it is.
 *
 * @param suffix empty when the key says it all
 */
public record ResourceId(UUID key, String suffix) {

  public static ResourceId of(UUID key) {
    return new ResourceId(key, "");
  }

  /** Empty when nothing can have such an id. */
  public static Optional<ResourceId> parse(String id) {
    var dot = id.indexOf('.');
    var suffix = dot < 0 ? "" : id.substring(dot + 1);
    return dot == id.length() - 1
        ? Optional.empty()
        : uuid(dot < 0 ? id : id.substring(0, dot)).map(key -> new ResourceId(key, suffix));
  }

  /** A UUID in its one form; empty when it is none. */
  public static Optional<UUID> uuid(String text) {
    try {
      var uuid = UUID.fromString(text);
      return uuid.toString().equals(text.toLowerCase(Locale.ROOT))
          ? Optional.of(uuid)
          : Optional.empty();
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }

  @Override
  public String toString() {
    return suffix.isEmpty() ? key.toString() : key + "." + suffix;
  }
}
