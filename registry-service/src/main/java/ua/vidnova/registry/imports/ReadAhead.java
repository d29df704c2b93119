package ua.vidnova.registry.imports;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import ua.vidnova.registry.imports.files.ListFile;

/** Reads the next chunk of an import while the database still works on the one before. */
final class ReadAhead {

  private final UUID importId;
  private final ListFile file;
  private final int linesPerChunk;
  private final LocalDate today;
  private final Executor reader;
  private long position;
  private CompletableFuture<Read> next;

  ReadAhead(
      UUID importId,
      ListFile file,
      long position,
      int linesPerChunk,
      LocalDate today,
      Executor reader) {
    this.importId = importId;
    this.position = position;
    this.file = file;
    this.linesPerChunk = linesPerChunk;
    this.today = today;
    this.reader = reader;
    this.next = CompletableFuture.supplyAsync(this::read, reader);
  }

  /** A chunk with its lines made comparable. */
  record Read(Chunk chunk, List<ListedLine> lines) {}

  /** Whether what comes next is of this import and begins there. */
  boolean isAt(UUID id, long position) {
    return importId.equals(id) && this.position == position;
  }

  /** Waits for the chunk that was begun, and begins the one after it. */
  Read take() {
    var read = next.join();
    position = read.chunk().to();
    next = CompletableFuture.supplyAsync(this::read, reader);
    return read;
  }

  private Read read() {
    var chunk = file.next(linesPerChunk, today);
    return new Read(chunk, chunk.entries().stream().map(ListedLine::of).toList());
  }
}
