package ua.vidnova.medical.fhir.mapping;

import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import org.hl7.fhir.r4.model.Procedure;
import org.hl7.fhir.r4.model.Procedure.ProcedureStatus;
import ua.vidnova.medical.visit.CareAction;
import ua.vidnova.medical.visit.Visit;

/** What the medic did, as FHIR Procedures; the rank stands behind the visit's id. */
public final class ProcedureMapping {

  private ProcedureMapping() {}

  public static List<Procedure> of(Visit visit, UUID personId) {
    var actions = visit.factsOnDemand().actions();
    return IntStream.range(0, actions.size())
        .mapToObj(
            rank ->
                of(visit, new ResourceId(visit.id(), "a" + rank), actions.get(rank))
                    .setSubject(FhirTypes.patient(personId)))
        .toList();
  }

  private static Procedure of(Visit visit, ResourceId id, CareAction action) {
    var procedure = new Procedure();
    procedure.setId(id.toString());
    procedure.getMeta().setLastUpdatedElement(FhirTypes.instant(visit.recordedAt()));
    procedure.setStatus(
        visit.isWithdrawn() ? ProcedureStatus.ENTEREDINERROR : ProcedureStatus.COMPLETED);
    procedure.setCode(FhirTypes.icpc(action.code(), action.text()));
    procedure.setEncounter(FhirTypes.encounter(visit.id()));
    procedure.setPerformed(FhirTypes.dateTime(visit.startedAt()));
    procedure.addPerformer().setActor(FhirTypes.medic(visit));
    return procedure;
  }
}
