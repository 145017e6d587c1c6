package org.parley.events;

import static org.parley.events.Terms.PREF_LABEL;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.LocalDate;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.jena.graph.Node;
import org.jspecify.annotations.Nullable;
import org.parley.vocab.Vocab;

/**
 * An event table as a source document, whose passages are its rows.
 *
 * @param file where it is
 * @param slug what it is called: {@code events-} and a name
 * @param size its bytes
 * @param digest its SHA-256
 * @param last the last day that it tells of, before which it cannot have been there
 */
record Source(Path file, String slug, long size, String digest, LocalDate last) {

  static final String PREFIX = "events-";

  private static final Node ATTESTATION = Terms.of("Attestation");
  private static final Node PASSAGE = Terms.of("Passage");
  private static final Map<String, String> LABELS =
      new TreeMap<>(
          Map.of(
              "en", "event table ",
              "uk", "таблиця подій ",
              "ru", "таблица событий ",
              "tr", "olay tablosu "));

  /**
   * Reads a table through, for its digest and its last day.
   *
   * @throws UnusableTable when it cannot be read, or tells of no day
   */
  static Source look(Path file, String name, Layout layout) {
    MessageDigest sha = sha256();
    @Nullable LocalDate last = null;
    try (InputStream in =
            new DigestInputStream(new BufferedInputStream(Files.newInputStream(file)), sha);
        Rows rows = new Rows(in)) {
      for (Row row = rows.next(); row != null; row = rows.next()) {
        @Nullable LocalDate day = day(row, layout);
        if (day != null && (last == null || day.isAfter(last))) {
          last = day;
        }
      }
      if (last == null) {
        throw new UnusableTable(
            "%s holds no row with a day. Is it a table of this --mapping?".formatted(file), null);
      }
      return new Source(file, PREFIX + name, rows.bytes(), digest(sha), last);
    } catch (IOException e) {
      throw unreadable(file, e);
    }
  }

  private static @Nullable LocalDate day(Row row, Layout layout) {
    try {
      @Nullable LocalDate day = layout.day(row.fields(layout.columns()));
      return day == null || Layout.toCome(day) ? null : day;
    } catch (WrongRow e) {
      return null;
    }
  }

  /** Its rows, from the first on. */
  Rows rows() {
    try {
      return new Rows(Files.newInputStream(file));
    } catch (IOException e) {
      throw unreadable(file, e);
    }
  }

  static UnusableTable unreadable(Path file, IOException cause) {
    return new UnusableTable(
        "%s cannot be read: name a table that is there (%s).".formatted(file, cause.getMessage()),
        cause);
  }

  Node document() {
    return Terms.thing("document", slug);
  }

  /** Its entry in the register. */
  void describe(Register register, Chunk chunk) {
    Node document = document();
    if (register.lacks(document)) {
      chunk.register(document, Terms.of("SourceDocument"));
      LABELS.forEach(
          (language, label) ->
              chunk.register(
                  document,
                  PREF_LABEL,
                  Terms.text(label + slug.substring(PREFIX.length()), language)));
      chunk.register(
          document, Terms.of("fileName"), Terms.text(String.valueOf(file.getFileName())));
      chunk.register(document, Terms.of("textDigest"), Terms.text(digest));
      chunk.register(document, Terms.of("knownFrom"), register.from(last, chunk));
      chunk.register(document, Terms.of("knownFromBasis"), Terms.text("inferred"));
    }
  }

  /**
   * Attests stances by a row: in the table's own words, whose origin it is, since it names no
   * other.
   */
  void attest(Row row, List<Node> stances, @Nullable String inferred, Chunk chunk) {
    Node graph = Vocab.graph("document/" + slug);
    Node attestation = Terms.thing("attestation", slug + "-" + row.number());
    Node passage = Terms.thing("passage", slug + "-" + row.number());
    Node document = document();
    chunk.attest(graph, attestation, ATTESTATION);
    chunk.attest(graph, attestation, Terms.of("document"), document);
    chunk.attest(graph, attestation, Terms.of("origin"), document);
    for (Node stance : stances) {
      chunk.attest(graph, attestation, Terms.of("attests"), stance);
    }
    chunk.attest(graph, attestation, Terms.of("voice"), Terms.text("own"));
    chunk.attest(graph, attestation, Terms.of("reporting"), Terms.text("plain"));
    if (inferred != null) {
      chunk.attest(graph, attestation, Terms.of("inferred"), Terms.text(inferred));
    }
    chunk.attest(graph, attestation, Terms.of("passage"), passage);
    chunk.attest(graph, passage, PASSAGE);
    chunk.attest(graph, passage, Terms.of("spanOf"), document);
    chunk.attest(graph, passage, Terms.START, Terms.integer(row.start()));
    chunk.attest(graph, passage, Terms.END, Terms.integer(row.end()));
    chunk.attest(graph, passage, Terms.of("fragment"), Terms.text("row=" + row.number()));
    @Nullable ByteBuffer bytes = row.bytes();
    if (bytes != null) {
      MessageDigest sha = sha256();
      sha.update(bytes.duplicate());
      chunk.attest(graph, passage, Terms.of("exactDigest"), Terms.text(digest(sha)));
    }
  }

  private static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("Every Java platform has SHA-256", e);
    }
  }

  private static String digest(MessageDigest sha) {
    return "sha256:" + HexFormat.of().formatHex(sha.digest());
  }
}
