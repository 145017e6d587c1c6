package org.parley.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.sparql.core.Quad;
import org.apache.jena.system.Txn;
import org.assertj.core.api.AbstractThrowableAssert;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StoreUnavailableTest {

  private static final Map<Node, Graph> ONE = Map.of(StoreTest.FACTS, StoreTest.turtle(":a :p 1"));

  @TempDir Path directory;

  @Test
  void aSecondProcessIsToldWhoHasTheStore() throws Exception {
    Process holder =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-cp",
                System.getProperty("java.class.path"),
                Holder.class.getName(),
                directory.toString())
            .redirectError(ProcessBuilder.Redirect.INHERIT)
            .start();
    try (var output = holder.inputReader()) {
      assertThat(output.readLine()).isEqualTo("open");
      unavailable(directory)
          .hasMessageContaining("another process (process " + holder.pid() + ")")
          .hasMessageContaining("Stop that process");
    } finally {
      holder.destroyForcibly().waitFor();
    }
    try (Store store = Store.open(directory)) { // a lock does not outlive its process
      assertThat(store.revision().number()).isEqualTo(1);
    }
  }

  @Test
  void aSecondStoreInThisProcessIsRefused() {
    try (Store first = Store.open(directory)) {
      unavailable(directory).hasMessageContaining("this process has it open already");
      assertThat(first.replace(ONE, Set.of()).number()).isEqualTo(1);
    }
    Store.open(directory).close();
  }

  @Test
  void aFileIsNoDirectory() throws IOException {
    Path file = Files.writeString(directory.resolve("file"), "kept");
    unavailable(file).hasMessageContaining("this is a file").hasMessageContaining("Name another");
    assertThat(file).hasContent("kept");
  }

  @Test
  void aDirectoryThatCannotBeMadeOrWrittenTo() {
    // not even the superuser writes here
    unavailable(Path.of("/proc/parley")).hasMessageContaining("cannot be written to");
    unavailable(Path.of("/proc")).hasMessageContaining("cannot be written to");
  }

  @Test
  void damagedFilesAreReported() throws IOException {
    try (Store store = Store.open(directory)) {
      store.replace(ONE, Set.of());
    }
    Path nodes = directory.resolve("Data-0001/nodes-data.obj");
    Files.write(nodes, new byte[(int) Files.size(nodes)]);

    unavailable(directory)
        .hasMessageContaining("cannot be read")
        .hasMessageContaining("Move the directory away");
    unavailable(directory).hasMessageContaining("cannot be read"); // and the lock was given up
  }

  @Test
  void aDirectoryLaidOutWronglyIsNotTakenForALockedOne() throws IOException {
    Files.writeString(directory.resolve("Data-0001"), "not a directory");

    for (int attempt = 0; attempt < 2; attempt++) { // the lock is given up each time
      unavailable(directory).hasMessageContaining("cannot be read");
    }
  }

  @Test
  void aDatabaseOfSomebodyElseIsLeftAlone() {
    var node = NodeFactory.createURI("http://example.org/");
    var foreign = Database.open(directory);
    Txn.executeWrite(foreign, () -> foreign.add(new Quad(node, node, node, node)));
    Database.close(foreign);

    unavailable(directory).hasMessageContaining("Parley did not write it");
  }

  private static AbstractThrowableAssert<?, ?> unavailable(Path directory) {
    return assertThatThrownBy(() -> Store.open(directory).close())
        .isInstanceOf(StoreUnavailable.class)
        .hasMessageContaining("The store in " + directory);
  }

  /** Another process: opens the store, says so, and holds it until it is ended. */
  static final class Holder {
    public static void main(String[] args) throws IOException {
      Store store = Store.open(Path.of(args[0]));
      store.replace(ONE, Set.of());
      System.out.println("open");
      System.in.read();
    }
  }
}
