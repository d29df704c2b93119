package ua.vidnova.registry.facts;

import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import java.util.Optional;
import java.util.UUID;
import org.hibernate.annotations.ColumnTransformer;
import org.hibernate.annotations.Immutable;

/**
 * What registration made of a person, whichever door they came through. Kept when the first fact
 * after it comes, because from then on the resident's row says something else.
 */
@Entity
@Immutable
class RegisteredView extends PanacheEntityBase {

  @Id private UUID residentId;

  @ColumnTransformer(write = "?::jsonb")
  private String content;

  protected RegisteredView() {}

  static void keep(UUID residentId, String content) {
    var view = new RegisteredView();
    view.residentId = residentId;
    view.content = content;
    view.persist();
  }

  static Optional<RegisteredView> findOf(UUID residentId) {
    return findByIdOptional(residentId);
  }

  String content() {
    return content;
  }
}
