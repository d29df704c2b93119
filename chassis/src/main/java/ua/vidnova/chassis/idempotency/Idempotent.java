package ua.vidnova.chassis.idempotency;

import jakarta.interceptor.InterceptorBinding;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * On a resource method that changes state and returns a {@code Response}: the method runs in one
 * transaction, and a request with an {@code Idempotency-Key} is carried out once. The same key and
 * body get the stored answer; another body gets 422; while the first still runs, 409. An answer of
 * 400 or more rolls everything back and is not stored, so that the caller may mend and repeat. Not
 * for bodies that the method reads as a stream: these need a natural key of their own.
 */
@InterceptorBinding
@Retention(RetentionPolicy.RUNTIME)
@Target({ElementType.METHOD, ElementType.TYPE})
public @interface Idempotent {}
