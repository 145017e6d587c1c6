package org.parley.rdf;

import com.google.gson.stream.JsonWriter;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.apache.jena.graph.Node;
import org.apache.jena.riot.rowset.RowSetWriter;
import org.apache.jena.sparql.core.Var;
import org.apache.jena.sparql.engine.binding.Binding;
import org.apache.jena.sparql.exec.RowSet;
import org.apache.jena.sparql.util.Context;
import org.jspecify.annotations.Nullable;

/**
 * Rows as a JSON array of objects, one member a variable: numbers and booleans are JSON's own, an
 * IRI or any other literal is a string, what is unbound is null. An ASK is one row with the one
 * member {@code boolean}.
 */
final class PlainRows implements RowSetWriter {

  @Override
  public void write(OutputStream out, RowSet rows, Context context) {
    write(new OutputStreamWriter(out, StandardCharsets.UTF_8), rows, context);
  }

  @Override
  public void write(Writer out, RowSet rows, Context context) {
    JsonWriter json = new JsonWriter(new BufferedWriter(out));
    List<Var> variables = rows.getResultVars();
    try {
      json.beginArray();
      while (rows.hasNext()) {
        Binding row = rows.next();
        json.beginObject();
        for (Var variable : variables) {
          value(json.name(variable.getVarName()), row.get(variable));
        }
        json.endObject();
      }
      json.endArray().flush();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public void write(OutputStream out, boolean answer, Context context) {
    JsonWriter json = new JsonWriter(new OutputStreamWriter(out, StandardCharsets.UTF_8));
    try {
      json.beginArray().beginObject().name("boolean").value(answer).endObject().endArray().flush();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void value(JsonWriter json, @Nullable Node node) throws IOException {
    if (node == null) {
      json.nullValue();
    } else if (!node.isLiteral()) {
      json.value(node.isURI() ? node.getURI() : node.toString());
    } else if (!node.getLiteral().isWellFormed()) {
      json.value(node.getLiteralLexicalForm());
    } else {
      switch (node.getLiteralValue()) {
        case Boolean truth -> json.value(truth);
        case Number number when Double.isFinite(number.doubleValue()) -> json.value(number);
        default -> json.value(node.getLiteralLexicalForm());
      }
    }
  }
}
