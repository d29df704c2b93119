package ua.vidnova.registry.review;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import ua.vidnova.registry.matching.Comparison;
import ua.vidnova.registry.matching.Explanation;
import ua.vidnova.registry.matching.Explanation.Sentence;
import ua.vidnova.registry.matching.FeatureWeight;
import ua.vidnova.registry.matching.MatchProfile;
import ua.vidnova.registry.matching.ProfileReader;
import ua.vidnova.registry.resident.OpenResidentFile;
import ua.vidnova.registry.resident.ResidentFile;

/** Opens a pair with all that a person needs to decide on it. */
@ApplicationScoped
class OpenReview {

  private final OpenResidentFile files;
  private final ProfileReader profiles;
  private final ObjectMapper json;

  @Inject
  OpenReview(OpenResidentFile files, ProfileReader profiles, ObjectMapper json) {
    this.files = files;
    this.profiles = profiles;
    this.json = json;
  }

  Review of(MatchPair pair) {
    return new Review(pair, sides(pair), explain(pair));
  }

  private List<ResidentFile> sides(MatchPair pair) {
    return pair.isOfOnePerson()
        ? pair.records().stream().map(files::getRecord).toList()
        : pair.persons().stream().map(person -> files.find(person).orElseThrow()).toList();
  }

  /** The records say what was compared, whoever they are of now. */
  private List<Sentence> explain(MatchPair pair) {
    Map<UUID, MatchProfile> compared =
        profiles.withIds(pair.records()).stream()
            .collect(Collectors.toMap(MatchProfile::id, Function.identity()));
    return Explanation.of(
        compared.get(pair.records().getFirst()),
        compared.get(pair.records().getLast()),
        new Comparison(pair.bits(), pair.band(), features(pair)));
  }

  private List<FeatureWeight> features(MatchPair pair) {
    try {
      return json.readValue(pair.features(), new TypeReference<>() {});
    } catch (JsonProcessingException e) {
      throw new UncheckedIOException(e);
    }
  }
}
