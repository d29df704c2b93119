package ua.vidnova.acceptance;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * A test of the whole platform, which runs from the built jars on free ports while any such test
 * does. Constructors and methods may ask for the {@link ua.vidnova.localstack.Platform} and for the
 * {@link ua.vidnova.localstack.demo.Gateway}.
 */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@ExtendWith(RunningPlatform.class)
@interface OnThePlatform {}
