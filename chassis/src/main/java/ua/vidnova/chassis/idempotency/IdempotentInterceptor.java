package ua.vidnova.chassis.idempotency;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.vertx.core.http.HttpServerRequest;
import jakarta.annotation.Priority;
import jakarta.inject.Inject;
import jakarta.interceptor.AroundInvoke;
import jakarta.interceptor.Interceptor;
import jakarta.interceptor.InvocationContext;
import jakarta.transaction.Status;
import jakarta.ws.rs.core.Response;
import java.io.InputStream;
import java.util.Arrays;
import ua.vidnova.chassis.access.Caller;
import ua.vidnova.chassis.problems.FieldError;
import ua.vidnova.chassis.problems.Problem;
import ua.vidnova.chassis.problems.Problems;

/** Carries out {@link Idempotent} methods: one transaction, one answer a key. */
@Idempotent
@Interceptor
@Priority(Interceptor.Priority.LIBRARY_BEFORE + 900)
public class IdempotentInterceptor {

  static final String HEADER = "Idempotency-Key";
  static final int KEY_LENGTH_MAX = 255;

  private final IdempotencyRecords records;
  private final RequestFingerprint fingerprint;
  private final Caller caller;
  private final HttpServerRequest request;

  @Inject
  IdempotentInterceptor(
      IdempotencyRecords records,
      RequestFingerprint fingerprint,
      Caller caller,
      HttpServerRequest request) {
    this.records = records;
    this.fingerprint = fingerprint;
    this.caller = caller;
    this.request = request;
  }

  @AroundInvoke
  Object once(InvocationContext method) throws Exception {
    var key = request.getHeader(HEADER);
    if (key != null && (key.isBlank() || key.length() > KEY_LENGTH_MAX)) {
      return Problems.badParameter(HEADER, "length", "1 to " + KEY_LENGTH_MAX + " characters.")
          .toResponse();
    }
    QuarkusTransaction.begin();
    try {
      var answer = key == null ? run(method) : runOnce(method, key);
      if (answer.getStatus() < 400) {
        QuarkusTransaction.commit();
      }
      return answer;
    } finally {
      if (QuarkusTransaction.getStatus() != Status.STATUS_NO_TRANSACTION) {
        QuarkusTransaction.rollback();
      }
    }
  }

  private Response runOnce(InvocationContext method, String key) throws Exception {
    if (Arrays.stream(method.getParameters()).anyMatch(InputStream.class::isInstance)) {
      throw new IllegalStateException("@Idempotent needs a body that is read whole");
    }
    var hash = fingerprint.of(request.method().name(), request.uri());
    if (!records.tryLock(caller.id(), key)) {
      return Problems.conflict(
              "idempotency-key-in-use", "The first request with this key is still being worked on")
          .toResponse();
    }
    var stored = records.find(caller.id(), key);
    if (stored.isPresent()) {
      return Arrays.equals(hash, stored.get().requestHash())
          ? stored.get().answer()
          : keyReused().toResponse();
    }
    var answer = run(method);
    return answer.getStatus() < 400 ? records.keep(caller.id(), key, hash, answer) : answer;
  }

  private static Response run(InvocationContext method) throws Exception {
    return (Response) method.proceed();
  }

  private static Problem keyReused() {
    return Problem.of(422, "idempotency-key-reused", "This key belongs to another request")
        .withErrors(
            java.util.List.of(
                new FieldError(HEADER, "reused", "Take a new key for a new request.")));
  }
}
