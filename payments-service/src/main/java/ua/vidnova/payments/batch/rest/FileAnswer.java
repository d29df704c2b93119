package ua.vidnova.payments.batch.rest;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.core.EntityTag;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Request;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.StreamingOutput;
import ua.vidnova.payments.batch.BatchFileStore;
import ua.vidnova.payments.batch.HandOver;

/** Answers with the file of a batch that was handed over; its ETag is its SHA-256. */
@ApplicationScoped
public class FileAnswer {

  private final BatchFileStore files;

  @Inject
  FileAnswer(BatchFileStore files) {
    this.files = files;
  }

  /** 200 with the file, or 304 to who has it. */
  public Response answer(HandOver.Ready ready, Request request) {
    var batch = ready.batch();
    var tag = new EntityTag(batch.fileSha256().orElseThrow());
    var known = request.evaluatePreconditions(tag);
    if (known != null) {
      return known.tag(tag).build();
    }
    var name = "batch-" + batch.id() + "." + ready.format().extension();
    StreamingOutput content = out -> files.copy(batch.id(), out);
    return Response.ok(content, MediaType.valueOf(ready.format().mediaType()))
        .tag(tag)
        .header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"" + name + "\"")
        .header(HttpHeaders.CONTENT_LENGTH, batch.fileLength())
        .header(HttpHeaders.CACHE_CONTROL, "no-store")
        .build();
  }
}
