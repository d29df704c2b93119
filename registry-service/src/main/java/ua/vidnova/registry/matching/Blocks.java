package ua.vidnova.registry.matching;

import io.agroal.api.AgroalDataSource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

/** Residents by the keys under which they are filed together. */
@ApplicationScoped
class Blocks {

  /** Those who are filed under one key: two or more, and never too many. */
  record Block(long key, List<UUID> residents) {

    /** Everyone in some blocks. */
    static Set<UUID> everyoneIn(List<Block> blocks) {
      return blocks.stream()
          .flatMap(block -> block.residents().stream())
          .collect(Collectors.toSet());
    }

    /** Does something with each two of the block, the newer id first. */
    void forEachPair(Map<UUID, ComparableProfile> people, Pairwise action) {
      var members = residents.stream().map(people::get).filter(Objects::nonNull).toList();
      for (int i = 1; i < members.size(); i++) {
        for (int j = 0; j < i; j++) {
          action.accept(members.get(i), members.get(j));
        }
      }
    }
  }

  /** What is done with two people. */
  interface Pairwise {
    void accept(ComparableProfile newer, ComparableProfile older);
  }

  private final AgroalDataSource database;

  @Inject
  Blocks(AgroalDataSource database) {
    this.database = database;
  }

  /** The next blocks in the order of keys; fewer than asked for when there are no more. */
  List<Block> after(Optional<Long> key, int limit) {
    try (var connection = database.getConnection();
        var query =
            connection.prepareStatement(
                """
                select key, array_agg(resident_id order by resident_id)
                from match_key where key > ? or ?
                group by key having count(*) between 2 and ?
                order by key limit ?
                """)) {
      query.setLong(1, key.orElse(Long.MIN_VALUE));
      query.setBoolean(2, key.isEmpty());
      query.setInt(3, ProfileReader.BLOCK_MAX);
      query.setInt(4, limit);
      var rows = query.executeQuery();
      var blocks = new ArrayList<Block>();
      while (rows.next()) {
        blocks.add(new Block(rows.getLong(1), Arrays.asList((UUID[]) rows.getArray(2).getArray())));
      }
      return blocks;
    } catch (SQLException e) {
      throw new IllegalStateException("Keys could not be read", e);
    }
  }

  /** Whether so many are filed under a key that it is passed over. */
  boolean isOverfull(long key) {
    try (var connection = database.getConnection();
        var query =
            connection.prepareStatement(
                "select count(*) from (select 1 from match_key where key = ? limit ?) filed")) {
      query.setLong(1, key);
      query.setInt(2, ProfileReader.BLOCK_MAX + 1);
      var rows = query.executeQuery();
      rows.next();
      return rows.getInt(1) > ProfileReader.BLOCK_MAX;
    } catch (SQLException e) {
      throw new IllegalStateException("Keys could not be counted", e);
    }
  }
}
