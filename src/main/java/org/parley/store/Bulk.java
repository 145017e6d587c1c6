package org.parley.store;

import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.jena.dboe.base.record.Record;
import org.apache.jena.dboe.trans.bplustree.BPlusTree;
import org.apache.jena.graph.Node;
import org.apache.jena.sparql.core.Quad;
import org.apache.jena.tdb2.store.DatasetGraphTDB;
import org.apache.jena.tdb2.store.NodeId;
import org.apache.jena.tdb2.store.NodeIdFactory;
import org.apache.jena.tdb2.store.nodetable.NodeTable;
import org.apache.jena.tdb2.store.nodetupletable.NodeTupleTable;
import org.apache.jena.tdb2.store.tupletable.TupleIndexRecord;

/**
 * Adds many quads within one write transaction: the terms first, then each index in its own order,
 * so that its blocks are gone through once, and the indexes side by side.
 */
final class Bulk {

  private static final Comparator<long[]> ORDER =
      (one, two) -> {
        int first = Arrays.mismatch(one, two);
        return first < 0 ? 0 : Long.compareUnsigned(one[first], two[first]);
      };

  private Bulk() {}

  /** Adds them to a database that is being written to by this thread. */
  static void add(DatasetGraphTDB database, Collection<Quad> quads) {
    NodeTupleTable table = database.getQuadTable().getNodeTupleTable();
    long[][] tuples = tuples(table.getNodeTable(), quads);
    List<CompletableFuture<Void>> indexes =
        Stream.of(table.getTupleTable().getIndexes())
            .map(index -> insert((TupleIndexRecord) index.baseTupleIndex(), tuples))
            .toList();
    indexes.forEach(Bulk::settle);
    indexes.forEach(CompletableFuture::join);
  }

  private static long[][] tuples(NodeTable nodes, Collection<Quad> quads) {
    Map<Node, Long> ids = new HashMap<>();
    long[][] tuples = new long[quads.size()][];
    int i = 0;
    for (Quad quad : quads) {
      if (!quad.isConcrete()) {
        throw new IllegalArgumentException("A variable cannot be stored: " + quad);
      }
      tuples[i++] =
          new long[] {
            ids.computeIfAbsent(quad.getGraph(), node -> id(nodes, node)),
            ids.computeIfAbsent(quad.getSubject(), node -> id(nodes, node)),
            ids.computeIfAbsent(quad.getPredicate(), node -> id(nodes, node)),
            ids.computeIfAbsent(quad.getObject(), node -> id(nodes, node))
          };
    }
    return tuples;
  }

  private static long id(NodeTable nodes, Node node) {
    ByteBuffer bytes = ByteBuffer.allocate(NodeId.SIZE);
    NodeIdFactory.set(nodes.getAllocateNodeId(node), bytes, 0);
    return bytes.getLong(0);
  }

  /**
   * Inserts into one index on another thread, which shares this one's part in the transaction: what
   * TDB2 knows of a transaction is kept for each index and thread apart.
   */
  private static CompletableFuture<Void> insert(TupleIndexRecord index, long[][] tuples) {
    BPlusTree tree = (BPlusTree) index.getRangeIndex();
    var transaction = tree.getComponentState();
    int[] slots = IntStream.range(0, 4).map(index.getMapping()::getSlotIdx).toArray();
    return CompletableFuture.runAsync(
        () -> {
          long[][] keys =
              Stream.of(tuples)
                  .map(t -> new long[] {t[slots[0]], t[slots[1]], t[slots[2]], t[slots[3]]})
                  .sorted(ORDER)
                  .toArray(long[][]::new);
          tree.setComponentState(transaction);
          try {
            for (long[] key : keys) {
              ByteBuffer bytes = ByteBuffer.allocate(4 * Long.BYTES);
              bytes.asLongBuffer().put(key);
              tree.insert(new Record(bytes.array(), null));
            }
          } finally {
            var unused = tree.detach();
          }
        });
  }

  /** Waits for the end, whatever it is: no index is written to when the transaction ends. */
  private static void settle(CompletableFuture<Void> index) {
    index.handle((nothing, failure) -> null).join();
  }
}
