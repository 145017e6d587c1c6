package org.parley.web;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.parley.queries.BadParameter;
import org.parley.rdf.RdfFormat;
import org.parley.rdf.ResultFormat;
import org.parley.rdf.Syntax;
import org.parley.store.Store;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/**
 * What is said of an entity, in every format and as a page; with a cursor, a page of the links to
 * it. Each is linked to all the others.
 */
@Component
final class Descriptions {

  /** In the server's order of preference. */
  static final List<Syntax> SYNTAXES =
      Stream.<Syntax>concat(
              Arrays.stream(RdfFormat.values()), Stream.of(ResultFormat.ROWS, ResultFormat.CSV))
          .toList();

  private final Store store;
  private final Pages pages;
  private final PageQueries queries;
  private final RdfDescription rdf;
  private final Particulars particulars;
  private final SchemaOrg schema;
  private final Representations representations;
  private final JsonMapper json;

  Descriptions(
      Store store,
      Pages pages,
      PageQueries queries,
      RdfDescription rdf,
      Particulars particulars,
      SchemaOrg schema,
      Representations representations,
      JsonMapper json) {
    this.store = store;
    this.pages = pages;
    this.queries = queries;
    this.rdf = rdf;
    this.particulars = particulars;
    this.schema = schema;
    this.representations = representations;
    this.json = json;
  }

  /** The syntax of files that end in this, given without a dot. */
  static Optional<Syntax> ofExtension(String extension) {
    return SYNTAXES.stream().filter(syntax -> syntax.extension().equals(extension)).findFirst();
  }

  /** Where the entity is described in that syntax alone. */
  static String path(Entity entity, Syntax syntax) {
    return "/data/" + entity.name() + "." + syntax.extension();
  }

  /**
   * The description in a syntax.
   *
   * @throws UnknownEntity when there is nothing to say
   * @throws RetractedEntity when there is no longer
   * @throws org.parley.rdf.Unwritable when the syntax cannot express it
   */
  Representation data(Entity entity, Syntax syntax, @Nullable String cursor) {
    pages.require(entity);
    String path = path(entity, syntax);
    Representation made =
        switch (syntax) {
          case RdfFormat format ->
              cursor == null
                  ? rdf.of(entity, format)
                  : rdf.links(entity, cursor(entity, cursor), format);
          case ResultFormat.CSV -> table(entity, cursor);
          case ResultFormat rows -> {
            Map<String, Object> model = model(entity, cursor, path);
            yield Representation.of(
                    rows.mediaType(),
                    json.writeValueAsBytes(new PlainEntity(model).members(entity)))
                .complete(Boolean.TRUE.equals(model.get("complete")));
          }
        };
    boolean last = made.isComplete() || syntax == ResultFormat.CSV;
    return linked(entity, made, next(entity, cursor, last, path));
  }

  /** The page, or a page of links; what {@link #data} throws besides. */
  Representation page(Entity entity, @Nullable String cursor) {
    String path = "/page/" + entity.name();
    Map<String, @Nullable Object> model = new HashMap<>(model(entity, cursor, path));
    if (cursor == null) {
      Object complete = model.get("complete");
      model.putAll(particulars.of(entity));
      model.merge(
          "complete",
          complete,
          (some, rest) -> Boolean.TRUE.equals(some) && Boolean.TRUE.equals(rest));
      model.put("digest", Representations.hex(rdf.of(entity, RdfFormat.NTRIPLES).body()));
    }
    model.put("kind", entity.kind());
    model.put("name", entity.name());
    model.put("formats", SYNTAXES);
    model.put("schema", schema.block(queries.triples(queries.about("schema", entity))));
    Representation made =
        representations
            .page(cursor == null ? "entity" : "links", model)
            .complete(Boolean.TRUE.equals(model.get("complete")));
    if (Boolean.TRUE.equals(model.get("wanted"))) {
      made.live(); // the text of a document is read from the disk each time
    }
    return linked(entity, made, next(entity, cursor, made.isComplete(), path));
  }

  private Map<String, Object> model(Entity entity, @Nullable String cursor, String path) {
    Map<String, Object> model =
        cursor == null ? pages.entity(entity) : pages.links(entity, cursor(entity, cursor));
    boolean complete = Boolean.TRUE.equals(model.get("complete"));
    String next = next(entity, cursor, complete, path);
    if (next != null) {
      model.put("next", next);
    }
    return model;
  }

  private Representation table(Entity entity, @Nullable String cursor) {
    if (cursor != null) {
      throw new BadParameter(
          "cursor",
          "The table of an entity is one page. Its links are paged in the other formats.");
    }
    return EntityTable.of(pages.entity(entity));
  }

  private Cursor cursor(Entity entity, @Nullable String text) {
    return Cursor.parse(text, entity.name(), store.revision());
  }

  private @Nullable String next(
      Entity entity, @Nullable String cursor, boolean complete, String path) {
    if (complete) {
      return null;
    }
    Cursor next =
        new Cursor(cursor == null ? 0 : cursor(entity, cursor).offset() + PageQueries.LINKS);
    return path + "?cursor=" + next.text(entity.name(), store.revision());
  }

  private static Representation linked(Entity entity, Representation made, @Nullable String next) {
    for (Syntax syntax : SYNTAXES) {
      made.alternate(path(entity, syntax), syntax.mediaType());
    }
    made.alternate("/page/" + entity.name(), Representation.HTML);
    made.link("/data/" + entity.name(), "describedby");
    made.link(entity.iri().getURI(), "cite-as");
    return next == null ? made : made.link(next, "next");
  }
}
