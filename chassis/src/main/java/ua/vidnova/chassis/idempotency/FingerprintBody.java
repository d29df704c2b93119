package ua.vidnova.chassis.idempotency;

import jakarta.inject.Inject;
import jakarta.ws.rs.ext.Provider;
import jakarta.ws.rs.ext.ReaderInterceptor;
import jakarta.ws.rs.ext.ReaderInterceptorContext;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;

/** Takes the fingerprint of the body of a request with an idempotency key while it is read. */
@Provider
public class FingerprintBody implements ReaderInterceptor {

  private final RequestFingerprint fingerprint;

  @Inject
  FingerprintBody(RequestFingerprint fingerprint) {
    this.fingerprint = fingerprint;
  }

  @Override
  public Object aroundReadFrom(ReaderInterceptorContext context) throws IOException {
    if (context.getHeaders().containsKey(IdempotentInterceptor.HEADER)
        && !InputStream.class.isAssignableFrom(context.getType())) {
      var body = context.getInputStream().readAllBytes();
      fingerprint.add(body);
      context.setInputStream(new ByteArrayInputStream(body));
    }
    return context.proceed();
  }
}
