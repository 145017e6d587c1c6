package org.parley.web;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.apache.jena.graph.Node;
import org.jspecify.annotations.Nullable;

/**
 * What {@link Pages} reads about an entity as plain JSON, for those who know no RDF: names instead
 * of IRIs alone, numbers as numbers, and a path to the evidence beside every statement.
 */
record PlainEntity(Map<String, Object> model) {

  /** The members of the JSON object, in the order in which they are best read. */
  Map<String, @Nullable Object> members(Entity entity) {
    Map<String, @Nullable Object> json = new LinkedHashMap<>();
    Term self = (Term) Objects.requireNonNull(model.get("entity"));
    json.put("id", self.node().getURI());
    json.put("name", self.text());
    json.put("kind", entity.kind());
    json.put("page", "/page/" + entity.name());
    if (!model.containsKey("facts")) {
      json.put("linkedFrom", links());
      return ended(json);
    }
    json.put("types", values("types", "object"));
    json.put("names", rows("names").stream().map(PlainEntity::name).toList());
    json.put("facts", statements("facts", "predicate", "object"));
    json.put("factsAboutOthers", statements("mentions", "subject", "predicate"));
    json.put("notPlainFacts", plain(rows("claims")));
    json.put("disputedBy", plain(rows("disputes")));
    json.put("evidence", evidence());
    json.put("record", statements("details", "predicate", "object"));
    json.put("linkedFrom", links());
    return ended(json);
  }

  private Map<String, @Nullable Object> ended(Map<String, @Nullable Object> json) {
    json.put("complete", model.get("complete"));
    json.put("next", model.get("next"));
    return json;
  }

  private List<Map<String, @Nullable Object>> statements(String table, String... shown) {
    List<Map<String, @Nullable Object>> statements = new ArrayList<>();
    for (Map<String, @Nullable Term> row : rows(table)) {
      Map<String, @Nullable Object> statement = new LinkedHashMap<>();
      for (String column : shown) {
        statement.put(friendly(column), json(row.get(column)));
      }
      Term proposition = row.get("proposition");
      if (proposition != null) {
        for (String count : List.of("documents", "origins", "disputed")) {
          statement.put(count, json(row.get(count)));
        }
        statement.put("evidence", proposition.href());
      }
      statements.add(statement);
    }
    return statements;
  }

  private List<Map<String, @Nullable Object>> evidence() {
    List<Map<String, @Nullable Object>> evidence = new ArrayList<>();
    for (Map<String, @Nullable Term> row : rows("evidence")) {
      Map<String, @Nullable Object> entry = plain(row);
      Node attestation = Objects.requireNonNull(row.get("attestation")).node();
      entry.put("chain", plain(of("chains", attestation)));
      entry.put("passages", plain(of("passages", attestation)));
      evidence.add(entry);
    }
    return evidence;
  }

  private List<Map<String, @Nullable Object>> links() {
    Map<String, Map<String, @Nullable Object>> groups = new LinkedHashMap<>();
    for (Map<String, @Nullable Term> row : rows("incoming")) {
      String listed = row.get("count") == null ? "links" : "first";
      Map<String, @Nullable Object> group =
          groups.computeIfAbsent(
              Objects.requireNonNull(row.get("predicate")).text(),
              name -> {
                Map<String, @Nullable Object> made = new LinkedHashMap<>();
                made.put("property", json(row.get("predicate")));
                made.put("inverse", json(row.get("inverse")));
                if (row.get("count") != null) {
                  made.put("count", json(row.get("count")));
                }
                made.put(listed, new ArrayList<@Nullable Object>());
                return made;
              });
      @SuppressWarnings("unchecked")
      List<@Nullable Object> links =
          (List<@Nullable Object>) Objects.requireNonNull(group.get(listed));
      links.add(json(row.get("subject")));
    }
    return List.copyOf(groups.values());
  }

  private static Map<String, @Nullable Object> name(Map<String, @Nullable Term> row) {
    Map<String, @Nullable Object> name = new LinkedHashMap<>();
    Term text = Objects.requireNonNull(row.get("object"));
    name.put("text", text.text());
    name.put("language", text.lang());
    name.put(
        "preferred", Objects.requireNonNull(row.get("predicate")).localName().equals("prefLabel"));
    return name;
  }

  private List<@Nullable Object> values(String table, String column) {
    List<@Nullable Object> values = new ArrayList<>();
    rows(table).forEach(row -> values.add(json(row.get(column))));
    return values;
  }

  private static List<Map<String, @Nullable Object>> plain(List<Map<String, @Nullable Term>> rows) {
    List<Map<String, @Nullable Object>> plain = new ArrayList<>();
    for (Map<String, @Nullable Term> row : rows) {
      plain.add(plain(row));
    }
    return plain;
  }

  private static Map<String, @Nullable Object> plain(Map<String, @Nullable Term> row) {
    Map<String, @Nullable Object> plain = new LinkedHashMap<>();
    row.forEach((column, term) -> plain.put(friendly(column), json(term)));
    plain.remove("thing");
    return plain;
  }

  private static @Nullable Object json(@Nullable Term term) {
    return term == null ? null : term.json();
  }

  private static String friendly(String column) {
    return switch (column) {
      case "predicate" -> "property";
      case "object" -> "value";
      default -> column;
    };
  }

  @SuppressWarnings("unchecked")
  private List<Map<String, @Nullable Term>> rows(String table) {
    return (List<Map<String, @Nullable Term>>) Objects.requireNonNull(model.get(table), table);
  }

  @SuppressWarnings("unchecked")
  private List<Map<String, @Nullable Term>> of(String table, Node thing) {
    var byThing =
        (Map<Node, List<Map<String, @Nullable Term>>>) Objects.requireNonNull(model.get(table));
    List<Map<String, @Nullable Term>> found = byThing.get(thing);
    return found == null ? List.of() : found;
  }
}
