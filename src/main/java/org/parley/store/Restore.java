package org.parley.store;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Comparator;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import org.apache.jena.atlas.io.IO;
import org.apache.jena.rdfpatch.changes.RDFChangesApply;
import org.apache.jena.rdfpatch.changes.RDFChangesExternalTxn;
import org.apache.jena.rdfpatch.text.RDFPatchReaderText;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.system.Txn;
import org.apache.jena.tdb2.store.DatasetGraphSwitchable;

/** Makes a store of a backup. */
public final class Restore {

  private Restore() {}

  /**
   * Restores a backup, with its revision and its history, when all of it has been verified.
   *
   * @param directory a directory that is empty, or is not there
   * @return the revision
   * @throws BadBackup when the backup is damaged; nothing is written then
   * @throws StoreUnavailable when the directory cannot be used or is not empty
   */
  public static Revision restore(Path file, Path directory) {
    Backup.verify(file);
    if (!isEmpty(directory)) {
      throw new StoreUnavailable(
          directory, "it is not empty", "Restore into an empty directory, and start there", null);
    }
    try {
      // a kill half way leaves no store that looks like one
      Path part = directory.resolveSibling(directory.getFileName() + ".part");
      if (Files.exists(part)) {
        IO.deleteAll(part);
      }
      Revision revision = replay(file, part);
      Files.deleteIfExists(directory);
      Files.move(part, directory, StandardCopyOption.ATOMIC_MOVE);
      return revision;
    } catch (StoreUnavailable e) {
      throw e;
    } catch (IOException | RuntimeException e) {
      throw e instanceof BadBackup bad ? bad : new BadBackup(file, String.valueOf(e), e);
    }
  }

  private static Revision replay(Path file, Path directory) throws IOException {
    DatasetGraphSwitchable database = Database.open(directory);
    try (ZipFile zip = new ZipFile(file.toFile())) {
      List<? extends ZipEntry> patches =
          zip.stream()
              .filter(entry -> entry.getName().startsWith(Changes.HOME + "/"))
              .sorted(Comparator.comparing(ZipEntry::getName))
              .toList();
      Path changes = Files.createDirectories(directory.resolve(Changes.HOME));
      for (ZipEntry patch : patches) {
        Path copy = changes.resolve(Path.of(patch.getName()).getFileName());
        try (InputStream in = zip.getInputStream(patch)) {
          Files.copy(in, copy);
        }
        Backup.force(copy);
      }
      Backup.force(changes);
      long quads = quads(zip);
      return Txn.calculateWrite(
          database,
          () -> {
            patches.forEach(patch -> apply(zip, patch, database));
            long replayed = database.stream().count();
            if (replayed != quads) {
              throw new BadBackup(
                  file,
                  "its change log leads to %d quads, and data.nq has %d".formatted(replayed, quads),
                  null);
            }
            return Revisions.of(database);
          });
    } finally {
      Database.close(database);
    }
  }

  private static void apply(ZipFile zip, ZipEntry patch, DatasetGraph database) {
    try (InputStream in = zip.getInputStream(patch)) {
      new RDFPatchReaderText(in).apply(new RDFChangesExternalTxn(new RDFChangesApply(database)));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static long quads(ZipFile zip) throws IOException {
    try (InputStream in = zip.getInputStream(zip.getEntry(Backup.DATA));
        BufferedReader lines =
            new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))) {
      return lines.lines().count();
    }
  }

  private static boolean isEmpty(Path directory) {
    if (!Files.exists(directory)) {
      return true;
    }
    try (var files = Files.list(directory)) {
      return files.findAny().isEmpty();
    } catch (IOException e) {
      throw new StoreUnavailable(directory, "it cannot be listed", "Name another directory", e);
    }
  }
}
