package ua.vidnova.chassis.http;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.cfg.CoercionAction;
import com.fasterxml.jackson.databind.cfg.CoercionInputShape;
import com.fasterxml.jackson.databind.deser.std.NumberDeserializers;
import com.fasterxml.jackson.databind.deser.std.StdDeserializer;
import com.fasterxml.jackson.databind.module.SimpleModule;
import com.fasterxml.jackson.databind.type.LogicalType;
import io.quarkus.jackson.ObjectMapperCustomizer;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.function.Function;

/**
 * Takes JSON by its type: a number is no text, a text is no number, a fraction is no whole number,
 * a date is a text. Texts that PostgreSQL cannot keep, with NUL or half a surrogate pair, dates of
 * another age and decimals of which a sum would take hours are refused as unreadable.
 */
@Singleton
public class StrictJson implements ObjectMapperCustomizer {

  /** After Quarkus' own, whose readers of dates take numbers. */
  @Override
  public int priority() {
    return MINIMUM_PRIORITY;
  }

  @Override
  public void customize(ObjectMapper json) {
    json.enable(DeserializationFeature.FAIL_ON_NUMBERS_FOR_ENUMS);
    json.enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS);
    json.disable(DeserializationFeature.ACCEPT_FLOAT_AS_INT);
    json.coercionConfigFor(LogicalType.Textual)
        .setCoercion(CoercionInputShape.Integer, CoercionAction.Fail)
        .setCoercion(CoercionInputShape.Float, CoercionAction.Fail)
        .setCoercion(CoercionInputShape.Boolean, CoercionAction.Fail);
    for (var number : new LogicalType[] {LogicalType.Integer, LogicalType.Float}) {
      json.coercionConfigFor(number)
          .setCoercion(CoercionInputShape.String, CoercionAction.Fail)
          .setCoercion(CoercionInputShape.EmptyString, CoercionAction.Fail)
          .setCoercion(CoercionInputShape.Boolean, CoercionAction.Fail);
    }
    json.registerModule(
        new SimpleModule("strict-json")
            .addDeserializer(String.class, new FromText<>(String.class, StrictJson::storable))
            .addDeserializer(
                Instant.class,
                new FromText<>(
                    Instant.class,
                    text -> YearsInUse.check(OffsetDateTime.parse(text)).toInstant()))
            .addDeserializer(
                LocalDate.class,
                new FromText<>(LocalDate.class, text -> YearsInUse.check(LocalDate.parse(text))))
            .addDeserializer(BigDecimal.class, new ShortDecimal()));
  }

  private static String storable(String text) {
    if (text.indexOf('\0') >= 0 || !StandardCharsets.UTF_8.newEncoder().canEncode(text)) {
      throw new IllegalArgumentException("not storable");
    }
    return text;
  }

  private static final class FromText<T> extends StdDeserializer<T> {

    private static final long serialVersionUID = 1L;

    private final transient Function<String, T> reader;

    FromText(Class<T> type, Function<String, T> reader) {
      super(type);
      this.reader = reader;
    }

    @Override
    @SuppressWarnings("unchecked")
    public T deserialize(JsonParser parser, DeserializationContext context) throws IOException {
      if (!parser.hasToken(JsonToken.VALUE_STRING)) {
        return (T) context.handleUnexpectedToken(handledType(), parser);
      }
      try {
        return reader.apply(parser.getText());
      } catch (DateTimeException | IllegalArgumentException e) {
        return (T) context.handleWeirdStringValue(handledType(), parser.getText(), "not readable");
      }
    }
  }

  /** A decimal of at most so many digits on either side of its point, also when written as 1e9. */
  private static final class ShortDecimal extends NumberDeserializers.BigDecimalDeserializer {

    private static final long serialVersionUID = 1L;
    private static final int DIGITS_MAX = 30;

    @Override
    public BigDecimal deserialize(JsonParser parser, DeserializationContext context)
        throws IOException {
      var read = super.deserialize(parser, context);
      return read == null || isShort(read)
          ? read
          : (BigDecimal) context.handleWeirdNumberValue(handledType(), read, "too many digits");
    }

    private static boolean isShort(BigDecimal number) {
      return Math.abs((long) number.scale()) <= DIGITS_MAX && number.precision() <= DIGITS_MAX;
    }
  }
}
