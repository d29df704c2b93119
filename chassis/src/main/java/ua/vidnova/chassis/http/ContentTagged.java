package ua.vidnova.chassis.http;

import jakarta.ws.rs.NameBinding;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * What a method answers carries an ETag of its content, and is not sent to who has it already
 * ({@code If-None-Match}): 304. For what has no version of its own, such as a list.
 */
@NameBinding
@Target({ElementType.METHOD, ElementType.TYPE})
@Retention(RetentionPolicy.RUNTIME)
public @interface ContentTagged {}
