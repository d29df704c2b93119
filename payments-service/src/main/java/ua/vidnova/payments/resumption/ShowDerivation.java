package ua.vidnova.payments.resumption;

import io.agroal.api.AgroalDataSource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.sql.SQLException;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import ua.vidnova.chassis.audit.AuditTrail;
import ua.vidnova.payments.derivation.Derivation;
import ua.vidnova.payments.derivation.DerivationFile;
import ua.vidnova.payments.derivation.DerivationFile.Decided;
import ua.vidnova.payments.derivation.Derivations;
import ua.vidnova.payments.derivation.RecalculatedAmounts;
import ua.vidnova.payments.law.LegalTerms;

/** Shows how the sums of a case came about: as proposed, or as they would be proposed today. */
@ApplicationScoped
public class ShowDerivation {

  private static final String NAME =
      "select concat_ws(' ', family_name, given_name, patronymic) from award where id = ?";

  /** The trail knows the names of those who decided. */
  private static final String NAMES_OF_STAFF =
      "select actor, actor_name from audit_entry where object_type = 'resumption'"
          + " and object_id = ? and action in ('proposed', 'approved')";

  private final CaseFiles files;
  private final Derivations derivations;
  private final RecalculatedAmounts recalculated;
  private final DeriveCase deriveCase;
  private final LegalTerms terms;
  private final AgroalDataSource database;
  private final AuditTrail audit;

  @Inject
  ShowDerivation(
      CaseFiles files,
      Derivations derivations,
      RecalculatedAmounts recalculated,
      DeriveCase deriveCase,
      LegalTerms terms,
      AgroalDataSource database,
      AuditTrail audit) {
    this.files = files;
    this.derivations = derivations;
    this.recalculated = recalculated;
    this.deriveCase = deriveCase;
    this.terms = terms;
    this.database = database;
    this.audit = audit;
  }

  /** Empty when the case is not there or not the caller's to see. */
  @Transactional
  public Optional<DerivationFile> show(UUID resumptionId) {
    return files
        .find(resumptionId)
        .map(
            file -> {
              var shown =
                  new DerivationFile(
                      derivation(file),
                      Optional.of(about(file)),
                      file.resumption().approvedAt() == null
                          ? List.of()
                          : recalculated.list(file.award().id(), file.resumption().approvedAt()));
              audit.read("derivation", resumptionId, file.resumption().residentId());
              return shown;
            });
  }

  private Derivation derivation(CaseFile file) {
    var resumption = file.resumption();
    if (resumption.firstPeriod().isEmpty()) {
      return deriveCase.derive(resumption, file.award());
    }
    return derivations
        .find(resumption.id(), terms.read())
        .orElseGet(() -> DeriveCase.withoutSteps(resumption, file.award(), file.arrears()));
  }

  private DerivationFile.About about(CaseFile file) {
    var resumption = file.resumption();
    try (var connection = database.getConnection();
        var name = connection.prepareStatement(NAME);
        var staff = connection.prepareStatement(NAMES_OF_STAFF)) {
      name.setObject(1, resumption.awardId());
      var named = name.executeQuery();
      named.next();
      staff.setObject(1, resumption.id());
      var names = new HashMap<String, String>();
      var rows = staff.executeQuery();
      while (rows.next()) {
        names.put(rows.getString("actor"), rows.getString("actor_name"));
      }
      return new DerivationFile.About(
          resumption.id(),
          resumption.awardId(),
          resumption.residentId(),
          named.getString(1),
          decided(resumption.proposedBy(), resumption.proposedAt(), names),
          decided(resumption.approvedBy(), resumption.approvedAt(), names));
    } catch (SQLException e) {
      throw new IllegalStateException("Names could not be read", e);
    }
  }

  private static Optional<Decided> decided(String by, Instant at, Map<String, String> names) {
    return by == null
        ? Optional.empty()
        : Optional.of(new Decided(by, names.getOrDefault(by, by), at));
  }
}
