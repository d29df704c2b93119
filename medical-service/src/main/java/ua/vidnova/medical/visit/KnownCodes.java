package ua.vidnova.medical.visit;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import ua.vidnova.chassis.problems.FieldError;
import ua.vidnova.medical.icpc.IcpcCode;
import ua.vidnova.medical.icpc.IcpcDictionary;

/** Holds the codes of a visit to the operator's dictionary, once there is one. */
@ApplicationScoped
class KnownCodes {

  private final IcpcDictionary dictionary;

  @Inject
  KnownCodes(IcpcDictionary dictionary) {
    this.dictionary = dictionary;
  }

  private record Use(String field, String code, IcpcCode.Kind kind) {}

  /** Names every code that the dictionary does not have for its purpose on the day. */
  List<FieldError> check(VisitFacts facts) {
    var uses = usesOf(facts);
    var known = dictionary.find(uses.stream().map(Use::code).toList());
    return known.stream()
        .flatMap(
            codes ->
                uses.stream()
                    .filter(
                        use ->
                            codes.get(use.code()) == null
                                || !codes.get(use.code()).isFor(use.kind(), facts.startedOn())))
        .map(
            use ->
                new FieldError(
                    use.field(), "unknown-code", "The dictionary has no such code for this."))
        .toList();
  }

  private static List<Use> usesOf(VisitFacts facts) {
    var uses = new ArrayList<Use>();
    for (int i = 0; i < facts.reasons().size(); i++) {
      var code = facts.reasons().get(i).code();
      uses.add(new Use("reasons[" + i + "].code", code, IcpcCode.Kind.REASON));
    }
    for (int i = 0; i < facts.diagnoses().size(); i++) {
      var code = facts.diagnoses().get(i).code();
      uses.add(new Use("diagnoses[" + i + "].code", code, IcpcCode.Kind.DIAGNOSIS));
    }
    for (int i = 0; i < facts.actions().size(); i++) {
      var code = facts.actions().get(i).code();
      uses.add(new Use("actions[" + i + "].code", code, IcpcCode.Kind.ACTION));
    }
    for (int i = 0; i < facts.chronicConditions().size(); i++) {
      var code = facts.chronicConditions().get(i).code();
      if (code != null) {
        uses.add(new Use("chronicConditions[" + i + "].code", code, IcpcCode.Kind.DIAGNOSIS));
      }
    }
    return uses;
  }
}
