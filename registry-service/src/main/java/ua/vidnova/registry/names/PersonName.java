package ua.vidnova.registry.names;

import com.fasterxml.jackson.annotation.JsonInclude;
import jakarta.persistence.Embeddable;

/**
 * A name in canonical spelling, see {@link NameSpelling}.
 *
 * @param patronymic null when the person has none
 */
@Embeddable
@JsonInclude(JsonInclude.Include.NON_NULL)
public record PersonName(String family, String given, String patronymic) {}
