package org.parley.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.parley.store.StoreTest.FACTS;
import static org.parley.store.StoreTest.REGISTER;
import static org.parley.store.StoreTest.turtle;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import java.util.zip.ZipOutputStream;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.sparql.core.DatasetGraphFactory;
import org.apache.jena.sparql.util.IsoMatcher;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@Timeout(120)
class BackupTest {

  @TempDir Path folder;
  private Path file;

  @BeforeEach
  void names() {
    file = folder.resolve("backup.zip");
  }

  /** The drill: back up while others write, lose the store, restore, go on. */
  @Test
  void whatIsRestoredIsWhatWasThere() throws Exception {
    DatasetGraph before = DatasetGraphFactory.create();
    List<Change> history;
    try (Store store = Store.open(folder.resolve("lost"))) {
      store.replace(Map.of(FACTS, turtle("_:a :p _:b, 01, 'x'@en . _:b :q [] .")), Set.of());
      store.replace(Map.of(REGISTER, turtle(":a :p 'a\\nb'")), Set.of());
      store.replace(Map.of(REGISTER, turtle(":a :p 'c'")), Set.of());
      history = store.changes().newestFirst(Long.MAX_VALUE, 10);
      store.read(() -> store.dataset().stream().peek(before::add).count());
      Backup.save(file, out -> backUpWhileWriting(store, out));
    }

    assertThat(Restore.restore(file, folder.resolve("restored")).number()).isEqualTo(3);
    try (Store restored = Store.open(folder.resolve("restored"))) {
      assertThat(restored.read(() -> IsoMatcher.isomorphic(before, restored.dataset()))).isTrue();
      assertThat(restored.changes().newestFirst(Long.MAX_VALUE, 10)).isEqualTo(history);
      assertThat(restored.replace(Map.of(), Set.of(FACTS)).number()).isEqualTo(4);
      ChangesTest.assertReplays(restored);
    }
    assertThat(Files.exists(folder.resolve("backup.zip.part"))).isFalse();
  }

  private static void backUpWhileWriting(Store store, OutputStream out) {
    Revision backedUp =
        store.read(
            () -> {
              Thread writer = new Thread(() -> store.replace(Map.of(), Set.of(REGISTER)));
              writer.start();
              join(writer);
              return Backup.write(store, out);
            });
    assertThat(backedUp.number()).isEqualTo(3);
    assertThat(store.revision().number()).isEqualTo(4);
  }

  private static void join(Thread thread) {
    try {
      thread.join();
    } catch (InterruptedException e) {
      throw new AssertionError(e);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"data.nq", "changes/00000001.rdfp", "changes/00000002.rdfp"})
  void aDamagedEntryIsNamedAndNothingRestored(String damaged) throws IOException {
    backup();
    Path bad = folder.resolve("bad.zip");
    copy(bad, damaged, "A <x:s> <x:p> <x:o> <x:g> .\n");
    refused(bad).hasMessageContaining(damaged + " differs from its digest");
  }

  @Test
  void aMissingEntryIsNamed() throws IOException {
    backup();
    Path bad = folder.resolve("bad.zip");
    copy(bad, "changes/00000001.rdfp", null);
    refused(bad).hasMessageContaining("changes/00000001.rdfp is missing");
    copy(bad, "SHA256SUMS", null);
    refused(bad).hasMessageContaining("it has no SHA256SUMS");
  }

  @Test
  void everyBitThatFlipsIsFoundOrMakesNoDifference() throws IOException {
    backup();
    byte[] good = Files.readAllBytes(file);
    Path bad = folder.resolve("bad.zip");
    int found = 0;
    for (int i = 0; i < good.length; i += 7) {
      byte[] flipped = good.clone();
      flipped[i] ^= 0x10;
      Files.write(bad, flipped);
      try {
        Backup.verify(bad); // a bit of a date or a comment, perhaps
      } catch (BadBackup e) {
        found++;
      }
    }
    assertThat(found).isGreaterThan(good.length / 7 / 2);
    Files.write(bad, java.util.Arrays.copyOf(good, good.length / 2));
    refused(bad).hasMessageContaining("cannot be read");
  }

  @Test
  void aDirectoryThatIsNotEmptyIsLeftAlone() throws IOException {
    backup();
    Path kept = Files.writeString(folder.resolve("kept"), "kept");
    assertThatThrownBy(() -> Restore.restore(file, folder))
        .isInstanceOf(StoreUnavailable.class)
        .hasMessageContaining("it is not empty");
    assertThat(kept).hasContent("kept");
  }

  @Test
  void aBackupThatFailsLeavesTheOneBefore() throws IOException {
    backup();
    byte[] good = Files.readAllBytes(file);
    assertThatThrownBy(
            () ->
                Backup.save(
                    file,
                    out -> {
                      out.write(good, 0, 100);
                      throw new IOException("planted");
                    }))
        .hasMessage("planted");
    assertThatThrownBy(() -> Backup.save(file, out -> out.write(good, 0, 100)))
        .isInstanceOf(BadBackup.class);
    assertThat(file).hasBinaryContent(good);
  }

  private void backup() throws IOException {
    try (Store store = Store.inMemory()) {
      store.replace(Map.of(FACTS, turtle(":a :p 1")), Set.of());
      store.replace(Map.of(REGISTER, turtle(":a :p 2")), Set.of());
      assertThat(Backup.save(file, out -> Backup.write(store, out))).isEqualTo(4);
    }
  }

  private org.assertj.core.api.AbstractThrowableAssert<?, ?> refused(Path bad) {
    Path target = folder.resolve("target");
    var refusal =
        assertThatThrownBy(() -> Restore.restore(bad, target)).isInstanceOf(BadBackup.class);
    assertThat(target).doesNotExist();
    return refusal;
  }

  /** The backup with one entry replaced or left out. */
  private void copy(Path to, String name, @org.jspecify.annotations.Nullable String content)
      throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (ZipFile zip = new ZipFile(file.toFile());
        ZipOutputStream copy = new ZipOutputStream(bytes)) {
      for (ZipEntry entry : zip.stream().toList()) {
        boolean named = entry.getName().equals(name);
        if (named && content == null) {
          continue;
        }
        copy.putNextEntry(new ZipEntry(entry.getName()));
        if (named && content != null) {
          copy.write(content.getBytes(java.nio.charset.StandardCharsets.UTF_8));
        } else {
          zip.getInputStream(entry).transferTo(copy);
        }
        copy.closeEntry();
      }
    }
    Files.write(to, bytes.toByteArray());
  }
}
