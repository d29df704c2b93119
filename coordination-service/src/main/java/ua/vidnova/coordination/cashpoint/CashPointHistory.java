package ua.vidnova.coordination.cashpoint;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import ua.vidnova.chassis.access.Caller;
import ua.vidnova.chassis.time.KyivCalendar;

/** Keeps what was ever told of cash points. */
@ApplicationScoped
public class CashPointHistory {

  private final ObjectMapper json;
  private final Caller caller;
  private final KyivCalendar calendar;

  @Inject
  CashPointHistory(ObjectMapper json, Caller caller, KyivCalendar calendar) {
    this.json = json;
    this.caller = caller;
    this.calendar = calendar;
  }

  /** Description and status together. */
  public record Content(Description description, Status status) {}

  /** What a cash point was from a moment on, and who said so. */
  public record Entry(UUID id, Content content, Instant recordedAt, String recordedBy) {}

  void keep(UUID cashPointId, Description description, Status status) {
    try {
      var content = json.writeValueAsString(new Content(description, status));
      new CashPointEntry(cashPointId, content, calendar.now(), caller.id()).persist();
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("A cash point could not be written as JSON", e);
    }
  }

  /** Newest first. */
  @Transactional
  public List<Entry> listBefore(UUID cashPointId, Optional<UUID> id, int limit) {
    return CashPointEntry.listBefore(cashPointId, id, limit).stream().map(this::entry).toList();
  }

  private Entry entry(CashPointEntry kept) {
    try {
      return new Entry(
          kept.id(),
          json.readValue(kept.content(), Content.class),
          kept.recordedAt(),
          kept.recordedBy());
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("Entry " + kept.id() + " is no JSON of ours", e);
    }
  }
}
