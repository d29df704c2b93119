package ua.vidnova.registry.services;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.LocalDate;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A service as it is offered today. */
@Schema(name = "Service")
@JsonInclude(JsonInclude.Include.NON_NULL)
public record ServiceView(
    @Schema(examples = "RESIDENCE_REGISTRATION") String code,
    LocalDate validFrom,
    @Schema(description = "Number in the national Guide; absent when not known") String guideId,
    String nameUk,
    String nameEn,
    LegalBasis legalBasis,
    List<OfferedService.NeededDocument> documents,
    OfferedService.Fee fee,
    OfferedService.CompetentBody competentBody,
    boolean needsSpecialEquipment,
    OfferedService.Term term) {

  /** Where the service stands in law; without an article while a lawyer has to confirm it. */
  @Schema(name = "LegalBasis")
  @JsonInclude(JsonInclude.Include.NON_NULL)
  public record LegalBasis(String act, String article, String source) {}

  /** Shows a service. */
  public static ServiceView of(OfferedService service) {
    return new ServiceView(
        service.code(),
        service.validFrom(),
        service.guideId(),
        service.nameUk(),
        service.nameEn(),
        new LegalBasis(service.act(), service.article(), service.source()),
        service.documents(),
        service.fee(),
        service.competentBody(),
        service.needsSpecialEquipment(),
        service.term());
  }
}
