package ua.vidnova.registry.imports;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.scheduler.Scheduled;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.locks.ReentrantLock;
import org.jboss.logging.Logger;
import ua.vidnova.chassis.problems.DatabaseFailures;
import ua.vidnova.chassis.problems.LoggableFailure;
import ua.vidnova.chassis.time.KyivCalendar;
import ua.vidnova.registry.imports.files.ListFile;
import ua.vidnova.registry.imports.files.ListHeader;

/**
 * Works what was received, chunk by chunk, the oldest import first. The state is in the database
 * alone, so that work goes on where it stood after any interruption, here or on another replica.
 */
@ApplicationScoped
public class WorkImports {

  private static final Logger LOG = Logger.getLogger(WorkImports.class);

  private final TakeOverChunk takeOverChunk;
  private final MatchImported matchImported;
  private final FilePieces pieces;
  private final MappingJson mappings;
  private final ImportConfig config;
  private final KyivCalendar calendar;
  private final ReentrantLock working = new ReentrantLock();
  private final ExecutorService reader = daemon("import-reader");
  private final ExecutorService worker = daemon("import-worker");
  private ReadAhead ahead;

  @Inject
  WorkImports(
      TakeOverChunk takeOverChunk,
      MatchImported matchImported,
      FilePieces pieces,
      MappingJson mappings,
      ImportConfig config,
      KyivCalendar calendar) {
    this.takeOverChunk = takeOverChunk;
    this.matchImported = matchImported;
    this.pieces = pieces;
    this.mappings = mappings;
    this.config = config;
    this.calendar = calendar;
  }

  /** Where work is to go on. */
  private record Place(
      UUID id, long position, long line, ImportMapping mapping, ListCharset charset) {}

  /** Begins at once instead of at the next look. */
  void wake() {
    worker.execute(this::workAll);
  }

  /** Works until nothing waits, or another replica is at it. */
  @Scheduled(every = "{vidnova.registry.imports.poll}")
  void workAll() {
    if (!working.tryLock()) {
      return;
    }
    try {
      var place = findPlace();
      while (place.isPresent() && work(place.get())) {
        place = findPlace();
      }
      ahead = null;
      matchImported();
    } finally {
      working.unlock();
    }
  }

  /** Somebody may start a matching run in the same moment; then it is asked for again later. */
  private void matchImported() {
    try {
      matchImported.match();
    } catch (RuntimeException e) {
      if (!DatabaseFailures.isDuplicate(e)) {
        throw e;
      }
    }
  }

  /** Throws away what was left of files that broke off together with the service. */
  @Scheduled(every = "10m", delayed = "1m")
  void forgetAbandoned() {
    var since = calendar.now().minus(config.receivingMax());
    QuarkusTransaction.requiringNew()
        .run(() -> ListImport.delete("state = 'RECEIVING' and receivedAt < ?1", since));
  }

  private Optional<Place> findPlace() {
    return QuarkusTransaction.requiringNew()
        .call(
            () ->
                ListImport.findNext()
                    .map(
                        run ->
                            new Place(
                                run.id(),
                                run.bytesDone(),
                                run.lastLine(),
                                mappings.read(run.definition()),
                                run.charset())));
  }

  /** Works one chunk; false when there is nothing more to do here for now. */
  private boolean work(Place place) {
    try {
      if (ahead == null || !ahead.isAt(place.id(), place.position())) {
        ahead = open(place);
      }
      var read = ahead.take();
      var source = place.mapping().source();
      return switch (takeOverChunk.take(place.id(), source, read.chunk(), read.lines())) {
        case TAKEN -> true;
        case FINISHED -> {
          LOG.infof("Import %s is done", place.id());
          yield true;
        }
        case NOT_OURS -> false;
      };
    } catch (RuntimeException e) {
      return giveUpForNow(place, e);
    }
  }

  private ReadAhead open(Place place) {
    var header = ListHeader.read(pieces.first(place.id()), place.charset(), place.mapping());
    var rules = new ListedPersonRules(place.mapping());
    var bytes = pieces.from(place.id(), place.position());
    var file = new ListFile(bytes, place.position(), place.line(), place.charset(), header, rules);
    return new ReadAhead(
        place.id(), file, place.position(), config.linesPerChunk(), calendar.today(), reader);
  }

  /** An outage passes; anything else is tried again a few times before the import fails. */
  private boolean giveUpForNow(Place place, RuntimeException e) {
    var passes = DatabaseFailures.isOutage(e) || DatabaseFailures.isCollision(e);
    LOG.warnf(
        "Import %s stopped behind line %d: %s", place.id(), place.line(), e.getClass().getName());
    if (!passes) {
      LOG.errorf(LoggableFailure.of(e), "Import %s", place.id());
      QuarkusTransaction.requiringNew()
          .run(
              () ->
                  ListImport.findLocked(place.id())
                      .filter(run -> run.isOpen() && run.isAt(place.position()))
                      .ifPresent(run -> run.failOnce(calendar.now())));
    }
    return false;
  }

  private static ExecutorService daemon(String name) {
    return Executors.newSingleThreadExecutor(Thread.ofPlatform().name(name).daemon().factory());
  }

  @PreDestroy
  void stop() {
    worker.shutdownNow();
    reader.shutdownNow();
  }
}
