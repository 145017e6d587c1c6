package org.parley.store;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.concurrent.ForkJoinPool;
import java.util.concurrent.ForkJoinTask;
import java.util.stream.Stream;
import org.apache.jena.dboe.base.record.RecordFactory;
import org.apache.jena.dboe.trans.bplustree.BPlusTree;
import org.apache.jena.dboe.transaction.txn.SysTransState;
import org.apache.jena.graph.Node;
import org.apache.jena.sparql.core.Quad;
import org.apache.jena.tdb2.store.DatasetGraphTDB;
import org.apache.jena.tdb2.store.NodeId;
import org.apache.jena.tdb2.store.NodeIdFactory;
import org.apache.jena.tdb2.store.nodetable.NodeTable;
import org.apache.jena.tdb2.store.nodetupletable.NodeTupleTable;
import org.apache.jena.tdb2.store.tupletable.TupleIndexRecord;

/**
 * The indexes of a TDB2 database, each a tree of its own: added to in their own order, so that a
 * page is looked up while the one before it is still at hand, and side by side. All within the
 * write transaction of the caller, which alone begins and ends it.
 */
final class Indexes {

  /** Quads below which threads do not pay. */
  private static final int MANY = 5_000;

  private static final int LENGTH = 4;

  private final NodeTable nodes;
  private final List<TupleIndexRecord> indexes;

  Indexes(DatasetGraphTDB database) {
    NodeTupleTable table = database.getQuadTable().getNodeTupleTable();
    nodes = table.getNodeTable();
    indexes =
        Stream.of(table.getTupleTable().getIndexes())
            .map(index -> (TupleIndexRecord) index.baseTupleIndex())
            .toList();
  }

  /** Adds quads; within a write transaction. */
  void add(Collection<Quad> quads) {
    List<byte[]> tuples = tuples(quads);
    if (tuples.size() < MANY) {
      indexes.forEach(index -> add(tuples, index));
    } else {
      addAtOnce(tuples);
    }
  }

  private List<byte[]> tuples(Collection<Quad> quads) {
    List<byte[]> tuples = new ArrayList<>(quads.size());
    Node[] last = new Node[LENGTH];
    byte[] tuple = new byte[LENGTH * NodeId.SIZE];
    for (Quad quad : quads) {
      tuple = tuple.clone();
      put(quad.getGraph(), 0, last, tuple);
      put(quad.getSubject(), 1, last, tuple);
      put(quad.getPredicate(), 2, last, tuple);
      put(quad.getObject(), 3, last, tuple);
      tuples.add(tuple);
    }
    return tuples;
  }

  /** Many quads have the graph or the subject of the one before, from which the tuple is copied. */
  private void put(Node node, int slot, Node[] last, byte[] tuple) {
    if (!node.equals(last[slot])) {
      NodeIdFactory.set(nodes.getAllocateNodeId(node), tuple, slot * NodeId.SIZE);
      last[slot] = node;
    }
  }

  private static void add(List<byte[]> tuples, TupleIndexRecord index) {
    byte[][] keys = new byte[tuples.size()][];
    for (int i = 0; i < keys.length; i++) {
      keys[i] = new byte[LENGTH * NodeId.SIZE];
      for (int slot = 0; slot < LENGTH; slot++) {
        int from = index.getMapping().getSlotIdx(slot);
        System.arraycopy(
            tuples.get(i), from * NodeId.SIZE, keys[i], slot * NodeId.SIZE, NodeId.SIZE);
      }
    }
    Arrays.sort(keys, Arrays::compareUnsigned);
    RecordFactory records = index.getRangeIndex().getRecordFactory();
    for (byte[] key : keys) {
      index.getRangeIndex().insert(records.create(key));
    }
  }

  /** Lends each tree, with its part of the transaction, to a thread, and takes them all back. */
  private void addAtOnce(List<byte[]> tuples) {
    List<SysTransState> parts = new ArrayList<>();
    List<ForkJoinTask<?>> lent = new ArrayList<>();
    try (ForkJoinPool threads = new ForkJoinPool(Runtime.getRuntime().availableProcessors())) {
      for (TupleIndexRecord index : indexes) {
        SysTransState part = ((BPlusTree) index.getRangeIndex()).detach();
        parts.add(part);
        lent.add(threads.submit(() -> borrowed(part, () -> add(tuples, index))));
      }
    }
    parts.forEach(part -> ((BPlusTree) part.getComponent()).attach(part));
    lent.forEach(ForkJoinTask::join); // throws what one of them has thrown
  }

  private static void borrowed(SysTransState part, Runnable work) {
    BPlusTree tree = (BPlusTree) part.getComponent();
    tree.attach(part);
    try {
      work.run();
    } finally {
      var unused = tree.detach();
    }
  }
}
