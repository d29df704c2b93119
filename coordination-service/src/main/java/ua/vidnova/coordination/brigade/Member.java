package ua.vidnova.coordination.brigade;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;

/**
 * Who is in a brigade, or on a trip.
 *
 * @param user the realm's user name
 * @param organisation the humanitarian organisation of a specialist; null for all others
 */
@Embeddable
public record Member(
    @Column(name = "user_name") String user,
    @Enumerated(EnumType.STRING) MemberRole role,
    String organisation) {}
