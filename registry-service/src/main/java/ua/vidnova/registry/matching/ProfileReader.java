package ua.vidnova.registry.matching;

import io.agroal.api.AgroalDataSource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.Array;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import ua.vidnova.contracts.identifiers.Sex;
import ua.vidnova.registry.evidence.DocumentDetails;
import ua.vidnova.registry.evidence.DocumentType;
import ua.vidnova.registry.evidence.EvidenceLevel;
import ua.vidnova.registry.names.PersonName;

/** Reads residents as the matcher sees them, many in one statement. */
@ApplicationScoped
public class ProfileReader {

  /** A key under which more people are filed tells too little, and is passed over. */
  static final int BLOCK_MAX = 200;

  /** Those who share the most keys are compared; nobody resembles more people than this. */
  private static final int CANDIDATES_MAX = 200;

  private static final String PROFILE =
      """
      select r.id, r.family, r.given, r.patronymic, r.birth_date, r.sex, r.rnokpp, r.phone,
        r.settlement,
        array(select d.type || ' ' || d.evidence_level || ' ' || d.number
              from statement s join identity_document d on d.statement_id = s.id
              where s.resident_id = r.id and d.number is not null) as documents,
        array(select concat_ws('/', o.family, o.given, o.patronymic)
              from other_name o where o.resident_id = r.id) as other_names
      from resident r
      """;

  private static final String SHARING_KEYS =
      """
      with shared as (
        select filed.resident_id, count(*) as keys
        from unnest(?::bigint[]) as asked(key)
        cross join lateral (
          select array_agg(one.resident_id) as ids
          from (select resident_id from match_key where key = asked.key limit %1$d + 1) one
        ) block
        cross join lateral unnest(block.ids) as filed(resident_id)
        where cardinality(block.ids) <= %1$d and filed.resident_id is distinct from ?
        group by filed.resident_id
        order by keys desc, filed.resident_id
        limit %2$d
      )
      """
              .formatted(BLOCK_MAX, CANDIDATES_MAX)
          + PROFILE
          + "join shared on shared.resident_id = r.id";

  private final AgroalDataSource database;

  @Inject
  ProfileReader(AgroalDataSource database) {
    this.database = database;
  }

  /** The residents who share a key with a person, the person excepted; a bounded number. */
  List<MatchProfile> sharingKeysWith(UUID person, long[] keys) {
    return select(SHARING_KEYS, Arrays.stream(keys).boxed().toArray(Long[]::new), "bigint", person);
  }

  /** The residents with these ids, in any order. */
  public List<MatchProfile> withIds(Collection<UUID> ids) {
    return select(PROFILE + "where r.id = any (?)", ids.toArray(UUID[]::new), "uuid");
  }

  /** The same, ready to be compared, by id. */
  Map<UUID, ComparableProfile> comparable(Collection<UUID> ids) {
    return withIds(ids).stream().collect(Collectors.toMap(MatchProfile::id, ComparableProfile::of));
  }

  /** The next residents in the order of ids. */
  List<MatchProfile> after(UUID last, int limit) {
    return select(
        PROFILE + "where r.id > all (?) order by r.id limit ?", new UUID[] {last}, "uuid", limit);
  }

  private List<MatchProfile> select(
      String sql, Object[] array, String elementType, Object... others) {
    try (var connection = database.getConnection();
        var query = connection.prepareStatement(sql)) {
      query.setArray(1, arrayOf(connection, elementType, array));
      for (int i = 0; i < others.length; i++) {
        query.setObject(2 + i, others[i]);
      }
      var rows = query.executeQuery();
      var found = new ArrayList<MatchProfile>();
      while (rows.next()) {
        found.add(profile(rows));
      }
      return found;
    } catch (SQLException e) {
      throw new IllegalStateException("Profiles could not be read", e);
    }
  }

  private static Array arrayOf(Connection connection, String type, Object[] values)
      throws SQLException {
    return connection.createArrayOf(type, values);
  }

  private static MatchProfile profile(ResultSet row) throws SQLException {
    return new MatchProfile(
        row.getObject("id", UUID.class),
        new PersonName(
            row.getString("family"), row.getString("given"), row.getString("patronymic")),
        texts(row, "other_names").map(ProfileReader::otherName).toList(),
        PartialDate.of(row.getObject("birth_date", LocalDate.class)),
        Sex.valueOf(row.getString("sex")),
        row.getString("rnokpp"),
        texts(row, "documents").map(ProfileReader::document).toList(),
        row.getString("phone"),
        row.getString("settlement"));
  }

  private static Stream<String> texts(ResultSet row, String column) throws SQLException {
    return Arrays.stream((String[]) row.getArray(column).getArray());
  }

  private static PersonName otherName(String joined) {
    var parts = joined.split("/", -1);
    return new PersonName(parts[0], parts[1], parts.length > 2 ? parts[2] : null);
  }

  private static DocumentKey document(String joined) {
    var parts = joined.split(" ", 3);
    return DocumentKey.of(
        new DocumentDetails(
            DocumentType.valueOf(parts[0]),
            parts[2],
            null,
            null,
            null,
            EvidenceLevel.valueOf(parts[1])));
  }
}
