package org.parley.rdf;

import java.io.FilterReader;
import java.io.IOException;
import java.io.Reader;

/**
 * Turtle, TriG, N-Triples, N-Quads or JSON on its way to the parser, which calls itself at every
 * bracket: refused where brackets are nested too deeply, or an IRI is too long to be resolved.
 *
 * <p>It knows strings, IRIs and comments and nothing else. Text that is none of these formats may
 * be counted wrongly, and then is no worse off: the parser refuses it.
 */
final class Nesting extends FilterReader {

  private enum In {
    TEXT,
    IRI,
    COMMENT,
    STRING,
    LONG_STRING
  }

  private final String file;
  private final ReadLimits limits;
  private In within = In.TEXT;
  private char quote;
  private int quotes;
  private boolean escaped;
  private int depth;
  private int iri;
  private long line = 1;
  private long column;

  Nesting(String file, ReadLimits limits, Reader reader) {
    super(reader);
    this.file = file;
    this.limits = limits;
  }

  @Override
  public int read() throws IOException {
    int c = super.read();
    if (c >= 0) {
      next((char) c);
    }
    return c;
  }

  @Override
  public int read(char[] buffer, int offset, int length) throws IOException {
    int count = super.read(buffer, offset, length);
    for (int i = 0; i < count; i++) {
      next(buffer[offset + i]);
    }
    return count;
  }

  private void next(char c) {
    line += c == '\n' ? 1 : 0;
    column = c == '\n' ? 0 : column + 1;
    if (escaped) {
      escaped = false;
      quotes = 0;
      return;
    }
    escaped = c == '\\' && within != In.COMMENT;
    switch (within) {
      case TEXT -> text(c);
      case IRI -> iri(c);
      case COMMENT -> within = c == '\n' || c == '\r' ? In.TEXT : within;
      case STRING -> string(c);
      case LONG_STRING -> {
        quotes = c == quote ? quotes + 1 : 0;
        within = quotes == 3 ? In.TEXT : within;
      }
    }
  }

  private void text(char c) {
    // A third quotation mark right after an empty string begins a long one.
    if (c == quote && quotes == 2) {
      within = In.LONG_STRING;
      quotes = 0;
      return;
    }
    quotes = 0;
    switch (c) {
      case '[', '(', '{' -> {
        depth++;
        if (depth > limits.depth()) {
          throw refused("it is nested more than %,d deep".formatted(limits.depth()));
        }
      }
      case ']', ')', '}' -> depth = Math.max(0, depth - 1);
      case '#' -> within = In.COMMENT;
      case '<' -> {
        within = In.IRI;
        iri = 0;
      }
      case '"', '\'' -> {
        within = In.STRING;
        quote = c;
        quotes = 1;
      }
      default -> {}
    }
  }

  private void iri(char c) {
    if (c == '>' || c == '\n') {
      within = In.TEXT;
    } else if (++iri > limits.iri()) {
      throw refused("the IRI has more than %,d characters".formatted(limits.iri()));
    }
  }

  private void string(char c) {
    if (c == quote) {
      within = In.TEXT;
      quotes = quotes == 1 ? 2 : 0;
    } else {
      within = c == '\n' ? In.TEXT : within;
      quotes = 0;
    }
  }

  private UnreadableRdf refused(String reason) {
    return new UnreadableRdf(file, line, column, reason);
  }
}
