package org.parley.web;

import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.parley.Fuzz;
import org.parley.queries.BadParameter;
import org.parley.store.Revision;

/** Whatever comes as the name of an entity, or as the place in a list, is one or is refused. */
class NamesFuzzTest {

  @Test
  void namesOfEntities() {
    Fuzz.run(
        "naming entities",
        List.of("actor/rufus-firefly", "date/from-2031-05-04", "document/000"),
        Set.of(MalformedName.class),
        text -> {
          int slash = Math.max(0, text.indexOf('/'));
          String iri =
              new Entity(
                      text.substring(0, slash), text.substring(Math.min(text.length(), slash + 1)))
                  .iri()
                  .getURI();
          if (iri.chars().anyMatch(c -> c <= ' ' || c > '~')) {
            throw new IllegalStateException(iri);
          }
        });
  }

  @Test
  void cursors() {
    Revision present = new Revision(7, Instant.EPOCH);
    String list = "actor";
    Fuzz.run(
        "reading cursors",
        List.of(new Cursor(0).text(list, present), new Cursor(999).text(list, present)),
        Set.of(BadParameter.class, GoneRevision.class),
        text -> Cursor.parse(text, list, present));
  }
}
