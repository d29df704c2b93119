package ua.vidnova.payments.law;

import io.agroal.api.AgroalDataSource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;

/** Reads the terms of law; a dozen rows, so always all of them. */
@ApplicationScoped
public class LegalTerms {

  private final AgroalDataSource database;

  @Inject
  LegalTerms(AgroalDataSource database) {
    this.database = database;
  }

  public TermBook read() {
    try (var connection = database.getConnection();
        var query =
            connection.prepareStatement(
                "select code, value, act, article, valid_from, valid_to, source from legal_term"
                    + " where code = any(?)")) {
      query.setArray(1, connection.createArrayOf("text", TermCode.values()));
      var rows = query.executeQuery();
      var terms = new ArrayList<Term>();
      while (rows.next()) {
        terms.add(
            new Term(
                TermCode.valueOf(rows.getString("code")),
                rows.getObject("value", Integer.class),
                rows.getString("act"),
                rows.getString("article"),
                rows.getObject("valid_from", LocalDate.class),
                rows.getObject("valid_to", LocalDate.class),
                rows.getString("source")));
      }
      return new TermBook(terms);
    } catch (SQLException e) {
      throw new IllegalStateException("The terms of law could not be read", e);
    }
  }
}
