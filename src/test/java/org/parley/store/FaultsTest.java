package org.parley.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assumptions.assumeThat;
import static org.parley.store.StoreTest.FACTS;
import static org.parley.store.StoreTest.REGISTER;
import static org.parley.store.StoreTest.turtle;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.commons.io.FileUtils;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.query.TxnType;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.sparql.graph.GraphFactory;
import org.apache.jena.system.Txn;
import org.apache.jena.tdb2.DatabaseMgr;
import org.apache.jena.tdb2.sys.TDBInternal;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What TDB2 or a disk does to a store, first where that is practical without ours. */
@Timeout(120)
class FaultsTest {

  private static final List<Node> TERMS =
      IntStream.range(0, 3000)
          .mapToObj(i -> NodeFactory.createURI("http://example.org/new" + i))
          .toList();

  @TempDir Path directory;

  @Test
  void tdbAloneHidesTermsThatAnOlderReaderAskedFor() throws Exception {
    DatasetGraph plain = DatabaseMgr.connectDatasetGraph(directory.toString());
    try {
      askWhileWriting(
          plain,
          () ->
              Txn.executeWrite(
                  plain, () -> TERMS.forEach(term -> plain.add(FACTS, term, term, term))));
      assertThat(Txn.calculateRead(plain, () -> found(plain))).isLessThan(TERMS.size());
    } finally {
      TDBInternal.expel(plain);
    }
  }

  @Test
  void noTermIsHiddenFromReaders() throws Exception {
    Graph graph = GraphFactory.createDefaultGraph();
    TERMS.forEach(term -> graph.add(term, term, term));
    try (Store store = Store.open(directory)) {
      askWhileWriting(store.dataset(), () -> store.replace(Map.of(FACTS, graph), Set.of()));
      assertThat(store.<Integer>read(() -> found(store.dataset()))).isEqualTo(TERMS.size());
      store.replace(Map.of(), Set.of(FACTS));
      store.compact(); // TDB2 opens what it compacted with parameters of its own
      graph.add(FACTS, FACTS, FACTS);
      askWhileWriting(store.dataset(), () -> store.replace(Map.of(FACTS, graph), Set.of()));
      assertThat(store.<Integer>read(() -> found(store.dataset()))).isEqualTo(TERMS.size());
    }
  }

  @Test
  void aKilledCompactionIsClearedAway() throws IOException {
    try (Store store = Store.open(directory)) {
      store.replace(Map.of(FACTS, turtle(":a :p 1")), Set.of());
      store.compact();
    }
    Path half = Files.createDirectory(directory.resolve("Data-0003-tmp"));
    Path replaced = Files.createDirectory(directory.resolve("Data-0001"));
    for (Path left : List.of(half, replaced)) {
      Files.writeString(left.resolve("nodes.dat"), "left");
    }
    try (Store store = Store.open(directory)) {
      assertThat(store.revision().number()).isEqualTo(1);
      assertThat(half).doesNotExist();
      assertThat(replaced).doesNotExist();
      assertThat(store.compact().after()).isPositive();
    }
  }

  /** As a kill leaves it: a header that promises more than there is, or half a header. */
  @ParameterizedTest
  @ValueSource(ints = {20, 16, 7})
  void aJournalThatIsCutShortIsTrimmed(int left) throws IOException {
    try (Store store = Store.open(directory)) {
      store.replace(Map.of(FACTS, turtle(":a :p 1")), Set.of());
    }
    Path journal = directory.resolve("Data-0001/journal.jrnl");
    byte[] cut = ByteBuffer.allocate(left).put(3, (byte) 24).array(); // 24 bytes are to follow
    Files.write(journal, cut, StandardOpenOption.CREATE, StandardOpenOption.APPEND);
    Path copy = directory.resolveSibling(directory.getFileName() + "-copy");
    FileUtils.copyDirectory(directory.toFile(), copy.toFile());
    assertThatThrownBy(() -> DatabaseMgr.connectDatasetGraph(copy.toString()))
        .hasMessageContaining("journal"); // TDB2 alone
    try (Store store = Store.open(directory)) {
      assertThat(store.revision().number()).isEqualTo(1);
      store.replace(Map.of(FACTS, turtle(":a :p 2")), Set.of());
    }
    try (Store store = Store.open(directory)) {
      assertThat(store.revision().number()).isEqualTo(2);
    }
  }

  @Test
  void compactionFreesWhatChangesLeftWhileReadersRead() throws Exception {
    try (Store store = Store.open(directory)) {
      for (int i = 0; i < 40; i++) {
        store.replace(Map.of(FACTS, turtle(":a :p %d".formatted(i)), REGISTER, many(i)), Set.of());
      }
      AtomicBoolean compacted = new AtomicBoolean();
      ExecutorService readers = Executors.newFixedThreadPool(3);
      CountDownLatch reading = new CountDownLatch(3);
      List<Future<Long>> readings =
          Stream.generate(() -> readers.submit(() -> readUntil(compacted, store, reading)))
              .limit(3)
              .toList();
      reading.await();
      Compaction compaction = store.compact();
      compacted.set(true);
      for (Future<Long> readingUntil : readings) {
        assertThat(readingUntil.get()).isPositive();
      }
      readers.shutdown();

      System.out.printf(
          "Compaction after 40 changes: %,d bytes before, %,d after, %d %% freed%n",
          compaction.before(),
          compaction.after(),
          100 - 100 * compaction.after() / compaction.before());
      assertThat(compaction.after()).isLessThan(compaction.before());
      assertThat(directory.resolve("Data-0001")).doesNotExist();
      assertThat(store.replace(Map.of(), Set.of(REGISTER)).number()).isEqualTo(41);
      ChangesTest.assertReplays(store);
    }
  }

  @Test
  void aCompactionWithinAReadingIsRefused() {
    try (Store store = Store.open(directory)) {
      assertThatThrownBy(() -> store.read(store::compact))
          .isInstanceOf(IllegalStateException.class)
          .hasMessageContaining("within a reading");
    }
  }

  private static long readUntil(AtomicBoolean end, Store store, CountDownLatch reading) {
    long count = store.read(() -> store.dataset().stream().count());
    reading.countDown();
    long readings = 0;
    while (!end.get()) {
      assertThat(store.<Long>read(() -> store.dataset().stream().count())).isEqualTo(count);
      readings++;
    }
    assertThat(store.<Long>read(() -> store.dataset().stream().count())).isEqualTo(count);
    return readings + 1;
  }

  @Test
  void aDiskThatIsNearlyFullIsLeftAloneTwiceInARow() {
    AtomicLong free = new AtomicLong(Long.MAX_VALUE);
    try (Store store = Location.directory(directory, new Space(free::get, 100 << 20))) {
      store.replace(Map.of(FACTS, turtle(":a :p 1")), Set.of());
      free.set(99 << 20);
      for (int attempt = 0; attempt < 2; attempt++) {
        assertThatThrownBy(() -> store.replace(Map.of(FACTS, turtle(":a :p 2")), Set.of()))
            .isInstanceOf(StoreFull.class)
            .hasMessageContaining("100 MiB of the disk must be free, and 99 are");
        assertThatThrownBy(store::compact)
            .isInstanceOf(StoreFull.class)
            .hasMessageContaining("for compaction");
        assertThat(store.revision().number()).isEqualTo(1);
      }
      free.set(Long.MAX_VALUE);
      assertThat(store.replace(Map.of(FACTS, turtle(":a :p 2")), Set.of()).number()).isEqualTo(2);
    }
    try (Store store = Store.open(directory)) {
      ChangesTest.assertReplays(store);
    }
  }

  @Test
  void aDiskThatIsFullIsTold() throws Exception {
    Path disk = Files.createDirectory(directory.resolve("disk"));
    assumeThat(run("mount", "-t", "tmpfs", "-o", "size=300m", "tmpfs", disk.toString()))
        .as("a small disk of its own, which only the superuser may mount")
        .isZero();
    Path filler = disk.resolve("filler");
    try {
      try (Store store =
          Location.directory(disk.resolve("store"), new Space(() -> Long.MAX_VALUE, 0))) {
        store.replace(Map.of(FACTS, turtle(":a :p 1")), Set.of());
        for (int attempt = 0; attempt < 2; attempt++) {
          fill(filler);
          assertThatThrownBy(() -> store.replace(Map.of(FACTS, turtle(":a :p 2")), Set.of()))
              .isInstanceOf(NotWritten.class)
              .hasMessageContaining("No space left on device");
          assertThat(store.revision().number()).isEqualTo(1);
        }
      }
      try (Store guarded = Store.open(disk.resolve("store"))) {
        assertThatThrownBy(() -> guarded.replace(Map.of(FACTS, turtle(":a :p 2")), Set.of()))
            .isInstanceOf(StoreFull.class)
            .hasMessageContaining("128 MiB of the disk must be free, and 0 are");
        Files.delete(filler);
        guarded.replace(Map.of(FACTS, turtle(":a :p 2")), Set.of());
        ChangesTest.assertReplays(guarded);
      }
    } finally {
      assertThat(run("umount", disk.toString())).isZero();
    }
  }

  private static void fill(Path file) throws IOException {
    byte[] block = new byte[4096];
    try (var out =
        Files.newOutputStream(file, StandardOpenOption.CREATE, StandardOpenOption.APPEND)) {
      while (true) {
        out.write(block);
      }
    } catch (IOException e) {
      assertThat(e).hasMessageContaining("No space left");
    }
  }

  private static int run(String... command) throws Exception {
    return new ProcessBuilder(command).redirectErrorStream(true).start().waitFor();
  }

  @Test
  void closingDoesNotWaitForAReaderThatNeverEnds() throws Exception {
    Store store = Store.open(directory);
    store.replace(Map.of(FACTS, turtle(":a :p 1")), Set.of());
    DatasetGraph dataset = store.dataset();
    CountDownLatch reading = new CountDownLatch(1);
    CountDownLatch end = new CountDownLatch(1);
    Thread reader =
        new Thread(
            () -> {
              dataset.begin(TxnType.READ);
              reading.countDown();
              await(end);
              dataset.end();
            });
    reader.start();
    reading.await();
    assertThat(store.close(Duration.ofMillis(1))).isFalse();
    assertThatThrownBy(store::revision).hasMessageContaining("closed");
    end.countDown();
    reader.join();
    assertThatThrownBy(() -> Store.open(directory)).hasMessageContaining("open already");
    TDBInternal.expel(DatabaseMgr.connectDatasetGraph(directory.toString())); // as the end would
    try (Store again = Store.open(directory)) {
      assertThat(again.revision().number()).isEqualTo(1);
    }
  }

  @Test
  void aFailedCommitEndsTheProcessAndTheNextOneRecovers() throws Exception {
    Process process =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-cp",
                System.getProperty("java.class.path"),
                Doubtful.class.getName(),
                directory.toString())
            .redirectErrorStream(true)
            .start();
    try (var output = process.inputReader();
        Stream<String> lines = output.lines()) {
      assertThat(lines.toList())
          .anyMatch(line -> line.startsWith("in doubt: The disk failed while the change was"))
          .noneMatch(line -> line.contains("acknowledged"));
    }
    assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
    assertThat(process.exitValue()).isEqualTo(70);
    try (Store store = Store.open(directory)) {
      assertThat(store.revision().number()).isIn(1L, 2L);
      ChangesTest.assertReplays(store);
      long before = store.revision().number();
      assertThat(store.replace(Map.of(FACTS, turtle(":a :p 3")), Set.of()).number())
          .isEqualTo(before + 1);
    }
  }

  @Test
  void afterAFailedCommitNothingMoreIsWritten() {
    Store store = Store.open(directory);
    store.replace(Map.of(FACTS, turtle(":a :p 1")), Set.of());
    assertThatThrownBy(() -> ((EmbeddedEngine) store.engine()).write(FaultsTest::breakTheJournal))
        .isInstanceOf(CommitInDoubt.class);
    for (int attempt = 0; attempt < 2; attempt++) {
      assertThatThrownBy(() -> store.replace(Map.of(FACTS, turtle(":a :p 2")), Set.of()))
          .isInstanceOf(CommitInDoubt.class)
          .hasMessageContaining("Start the server again");
      assertThatThrownBy(store::compact).isInstanceOf(CommitInDoubt.class);
    }
    assertThat(store.read(() -> store.dataset().contains(FACTS, null, null, null))).isTrue();
  }

  /** Another process, whose disk fails in the middle of a commit. */
  static final class Doubtful {
    public static void main(String[] args) {
      Store store = Store.open(Path.of(args[0]));
      store.whenInDoubt(
          doubt -> {
            System.out.println("in doubt: " + doubt.getMessage());
            Runtime.getRuntime().halt(70);
          });
      store.replace(Map.of(FACTS, turtle(":a :p 1")), Set.of());
      ((EmbeddedEngine) store.engine())
          .write(
              dataset -> {
                Revisions.quads(new Revision(2, Instant.now())).forEach(dataset::add);
                breakTheJournal(dataset);
              });
      System.out.println("acknowledged");
    }
  }

  private static void breakTheJournal(DatasetGraph dataset) {
    TDBInternal.getTransactionCoordinator(dataset).getJournal().close();
  }

  private static void askWhileWriting(DatasetGraph dataset, Runnable writing) throws Exception {
    CountDownLatch begun = new CountDownLatch(1);
    CountDownLatch written = new CountDownLatch(1);
    Thread reader =
        new Thread(
            () ->
                Txn.executeRead(
                    dataset,
                    () -> {
                      begun.countDown();
                      await(written);
                      assertThat(found(dataset)).isZero();
                    }));
    reader.start();
    begun.await();
    writing.run();
    written.countDown();
    reader.join();
  }

  private static int found(DatasetGraph dataset) {
    return (int) TERMS.stream().filter(t -> dataset.contains(FACTS, t, Node.ANY, Node.ANY)).count();
  }

  private static Graph many(int number) {
    StringBuilder text = new StringBuilder();
    for (int i = 0; i < 3000; i++) {
      text.append(":s%d :p 'text %d of %d' . ".formatted(i, i, number));
    }
    return turtle(text.toString());
  }

  private static void await(CountDownLatch latch) {
    try {
      latch.await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new AssertionError(e);
    }
  }
}
