package ua.vidnova.medical.stock;

import jakarta.persistence.Embeddable;

/**
 * What the catalogue says of a medicine.
 *
 * @param form such as tablet or solution for injection; may be null
 * @param strength of one unit, such as 5 mg; may be null
 * @param atc code of WHO's Anatomical Therapeutic Chemical classification; may be null
 * @param unit in which stock is counted, such as tablet or ampoule
 * @param coldChain true when it must be kept cold all the way
 * @param withdrawn true when no more of it is received or handed over
 */
@Embeddable
public record MedicineFacts(
    String name,
    String form,
    String strength,
    String atc,
    String unit,
    boolean coldChain,
    boolean withdrawn) {}
