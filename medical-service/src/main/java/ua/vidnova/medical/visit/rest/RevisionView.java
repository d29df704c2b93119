package ua.vidnova.medical.visit.rest;

import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** One revision of a visit. */
@Schema(name = "VisitRevision")
record RevisionView(
    @Schema(description = "Members of the visit that this revision changed; empty in the first")
        List<String> changed,
    VisitView visit) {}
