package org.parley.store;

import java.io.IOException;
import java.io.InputStream;
import java.util.Collections;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import org.apache.jena.atlas.iterator.IteratorCloseable;
import org.apache.jena.query.ARQ;
import org.apache.jena.riot.resultset.ResultSetLang;
import org.apache.jena.riot.rowset.RowSetReaderRegistry;
import org.apache.jena.sparql.core.Var;
import org.apache.jena.sparql.engine.binding.Binding;
import org.apache.jena.sparql.engine.binding.BindingBuilder;
import org.apache.jena.sparql.engine.binding.BindingFactory;
import org.apache.jena.sparql.exec.QueryExecResult;

/**
 * The rows of an answer, as they come; of an ASK that is true, one without values. JSON, since it
 * alone ends in something that half an answer lacks.
 */
final class Rows implements IteratorCloseable<Binding> {

  static final String MEDIA_TYPE = "application/sparql-results+json";

  private final Exchange exchange;
  private final Iterator<Binding> rows;
  private boolean ended;

  Rows(InputStream body, Exchange exchange) {
    this.exchange = exchange;
    this.rows = read(body);
  }

  private Iterator<Binding> read(InputStream body) {
    try {
      QueryExecResult result =
          RowSetReaderRegistry.getFactory(ResultSetLang.RS_JSON)
              .create(ResultSetLang.RS_JSON)
              .readAny(body, ARQ.getContext());
      return result.isRowSet()
          ? result.rowSet()
          : result.booleanResult()
              ? List.of(BindingFactory.root()).iterator()
              : Collections.emptyIterator();
    } catch (RuntimeException e) {
      close();
      throw exchange.failure(e);
    }
  }

  @Override
  public boolean hasNext() {
    if (ended) {
      return false;
    }
    try {
      if (rows.hasNext()) {
        return true;
      }
      exchange.finish('}');
      close();
      return false;
    } catch (IOException | RuntimeException e) {
      close();
      throw exchange.failure(e);
    }
  }

  @Override
  public Binding next() {
    if (!hasNext()) {
      throw new NoSuchElementException();
    }
    try {
      return withBlankNodes(rows.next());
    } catch (RuntimeException e) {
      close();
      throw exchange.failure(e);
    }
  }

  boolean ended() {
    return ended;
  }

  @Override
  public void close() {
    ended = true;
    exchange.close();
  }

  private static Binding withBlankNodes(Binding row) {
    boolean any = false;
    for (Iterator<Var> vars = row.vars(); vars.hasNext(); ) {
      any |= Skolem.isOne(row.get(vars.next()));
    }
    if (!any) {
      return row;
    }
    BindingBuilder changed = Binding.builder();
    row.forEach((var, node) -> changed.add(var, Skolem.blank(node)));
    return changed.build();
  }
}
