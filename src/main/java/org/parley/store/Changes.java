package org.parley.store;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import java.util.function.LongPredicate;
import java.util.stream.LongStream;
import org.apache.jena.atlas.RuntimeIOException;
import org.jspecify.annotations.Nullable;

/**
 * The change log: for each revision the RDF Patch that led to it. Replayed in their order onto an
 * empty dataset, from {@link #first} on, they give the dataset of the last.
 *
 * <p>A patch is on disk before its transaction commits, so that no revision lacks one; what a crash
 * leaves above the last revision is removed when the store is opened.
 *
 * @see <a href="https://afs.github.io/rdf-delta/rdf-patch.html">RDF Patch</a>
 */
public final class Changes {

  static final String HOME = "changes";

  private final @Nullable Path directory;
  private final boolean kept;
  private final Map<Long, byte[]> inMemory = new ConcurrentHashMap<>();
  private volatile long first = 1;
  private volatile long last;

  /** A log in the directory, or in memory where there is none. */
  Changes(@Nullable Path directory) {
    this(directory, true);
  }

  private Changes(@Nullable Path directory, boolean kept) {
    this.directory = directory;
    this.kept = kept;
  }

  /** A log of nothing. */
  static Changes none() {
    return new Changes(null, false);
  }

  /**
   * The first revision that has a patch. It is 1, unless the store is older than its change log:
   * then that patch adds everything there was.
   */
  public long first() {
    return first;
  }

  /**
   * What changed, the newest first, which may be one that is just being committed: a reading asks
   * for what is below its own revision and one.
   *
   * @param below only revisions before this one
   * @param limit how many at most
   */
  public List<Change> newestFirst(long below, int limit) {
    long newest = Math.min(below - 1, last);
    return LongStream.iterate(newest, number -> number >= first, number -> number - 1)
        .limit(limit)
        .mapToObj(this::change)
        .toList();
  }

  /**
   * The patch of a revision, in UTF-8, to be closed by the caller.
   *
   * @throws NoSuchElementException when the revision has none
   */
  public InputStream patch(long number) {
    if (number < first || number > last) {
      throw new NoSuchElementException(
          "There is no change of revision %d: there are %d to %d".formatted(number, first, last));
    }
    try {
      return directory == null
          ? new ByteArrayInputStream(inMemory.getOrDefault(number, new byte[0]))
          : Files.newInputStream(file(number));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /**
   * Writes the patch of a revision to come, and has it on disk when this returns.
   *
   * @param all whether the patch does not rest on the one before, but adds everything
   * @throws NotWritten when that fails; what was written is then of no account
   */
  void write(Revision revision, Difference difference, boolean all) {
    if (directory == null) {
      if (kept) {
        inMemory.put(revision.number(), Patch.bytes(revision, difference, all));
      }
      return;
    }
    Path file = file(revision.number());
    try {
      Files.createDirectories(directory);
      Path whole = directory.resolve(file.getFileName() + ".part");
      try (OutputStream out = Files.newOutputStream(whole)) {
        Patch.write(out, revision, difference, all);
      }
      Backup.force(whole);
      Files.move(whole, file, StandardCopyOption.ATOMIC_MOVE); // in the place of one, or of none
      Backup.force(directory);
    } catch (IOException | RuntimeIOException e) {
      throw new NotWritten(file, e);
    }
  }

  long last() {
    return last;
  }

  /** Counts the patch of a revision from now on. */
  void last(long number) {
    last = number;
  }

  /** Whether the last patch led to this revision, and not to another of that number. */
  boolean leadTo(Revision revision) {
    return last == revision.number() && (last == 0 || change(last).revision().equals(revision));
  }

  /**
   * Brings the log to a store that is being opened: removes what is above its revision, and begins
   * anew with everything where the log does not lead to it.
   *
   * @throws NotWritten when that fails
   */
  void align(Revision revision, Difference everything) {
    last = revision.number();
    remove(number -> number > last);
    long begin = last + 1;
    while (begin > 1 && Files.exists(file(begin - 1))) {
      begin--;
    }
    first = begin;
    if (last > 0 && (first > last || !read(first, Patch::begins) || !leadTo(revision))) {
      remove(number -> number < last);
      write(revision, everything, true);
      first = last;
    }
  }

  static String name(long number) {
    return "%08d.rdfp".formatted(number);
  }

  private Path file(long number) {
    return Objects.requireNonNull(directory, "a log in memory has no files").resolve(name(number));
  }

  private void remove(LongPredicate which) {
    if (directory == null || !Files.isDirectory(directory)) {
      return;
    }
    try (DirectoryStream<Path> patches = Files.newDirectoryStream(directory, "*.rdfp")) {
      for (Path patch : patches) {
        String name = patch.getFileName().toString();
        if (name.matches("\\d{8,18}\\.rdfp")
            && which.test(Long.parseLong(name.substring(0, name.indexOf('.'))))) {
          Files.delete(patch);
        }
      }
    } catch (IOException e) {
      throw new NotWritten(directory, e);
    }
  }

  private Change change(long number) {
    return read(number, patch -> Patch.change(number, patch));
  }

  private <T> T read(long number, Function<InputStream, T> reading) {
    try (InputStream patch = patch(number)) {
      return reading.apply(patch);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
