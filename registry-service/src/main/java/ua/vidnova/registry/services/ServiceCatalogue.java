package ua.vidnova.registry.services;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.agroal.api.AgroalDataSource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import ua.vidnova.registry.services.OfferedService.CompetentBody;
import ua.vidnova.registry.services.OfferedService.DayKind;
import ua.vidnova.registry.services.OfferedService.Fee;
import ua.vidnova.registry.services.OfferedService.FeeRule;
import ua.vidnova.registry.services.OfferedService.NeededDocument;
import ua.vidnova.registry.services.OfferedService.Term;

/** Reads the services as an operator has loaded them; a correction takes effect at once. */
@ApplicationScoped
public class ServiceCatalogue {

  private final AgroalDataSource database;
  private final ObjectMapper json;

  @Inject
  ServiceCatalogue(AgroalDataSource database, ObjectMapper json) {
    this.database = database;
    this.json = json;
  }

  /** The services offered on a day, by code. */
  public List<OfferedService> offeredOn(LocalDate day) {
    return read(
        "select * from service where valid_from <= ? and (valid_to is null or ? < valid_to)"
            + " order by code",
        day,
        day);
  }

  /** The service of a code as it is offered on a day. */
  public Optional<OfferedService> find(String code, LocalDate day) {
    return read(
            "select * from service where code = ? and valid_from <= ?"
                + " and (valid_to is null or ? < valid_to)",
            code,
            day,
            day)
        .stream()
        .findFirst();
  }

  /** The service as a case was submitted under it. */
  public OfferedService get(String code, LocalDate validFrom) {
    return read("select * from service where code = ? and valid_from = ?", code, validFrom)
        .getFirst();
  }

  /** The deadline of a case by the service as it was offered on the day of the submission. */
  public LocalDate deadline(OfferedService service, LocalDate submittedOn) {
    return DeadlineRules.deadline(submittedOn, service.term(), daysOff());
  }

  private Set<LocalDate> daysOff() {
    try (var connection = database.getConnection();
        var query = connection.prepareStatement("select day from non_working_day")) {
      var rows = query.executeQuery();
      var days = new HashSet<LocalDate>();
      while (rows.next()) {
        days.add(rows.getObject(1, LocalDate.class));
      }
      return days;
    } catch (SQLException e) {
      throw new IllegalStateException("The days off could not be read", e);
    }
  }

  private List<OfferedService> read(String sql, Object... parameters) {
    try (var connection = database.getConnection();
        var query = connection.prepareStatement(sql)) {
      for (var i = 0; i < parameters.length; i++) {
        query.setObject(i + 1, parameters[i]);
      }
      var rows = query.executeQuery();
      var services = new ArrayList<OfferedService>();
      while (rows.next()) {
        services.add(serviceOf(rows));
      }
      return services;
    } catch (SQLException | JsonProcessingException e) {
      throw new IllegalStateException("The catalogue of services could not be read", e);
    }
  }

  private OfferedService serviceOf(ResultSet row) throws SQLException, JsonProcessingException {
    return new OfferedService(
        row.getString("code"),
        row.getObject("valid_from", LocalDate.class),
        row.getObject("valid_to", LocalDate.class),
        row.getString("guide_id"),
        row.getString("name_uk"),
        row.getString("name_en"),
        row.getString("act"),
        row.getString("article"),
        row.getString("source"),
        json.readValue(row.getString("documents"), new TypeReference<List<NeededDocument>>() {}),
        new Fee(
            FeeRule.valueOf(row.getString("fee_rule")),
            row.getObject("fee_basis_points", Integer.class),
            row.getObject("fee_late_basis_points", Integer.class)),
        new CompetentBody(row.getString("competent_body_uk"), row.getString("competent_body_en")),
        row.getBoolean("special_equipment"),
        new Term(
            row.getInt("term_days"),
            DayKind.valueOf(row.getString("term_kind")),
            row.getString("term_source")),
        row.getString("told_to") != null);
  }
}
