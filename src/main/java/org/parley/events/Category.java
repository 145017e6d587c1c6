package org.parley.events;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A category of event, as CAMEO or PLOVER define it.
 *
 * @param code its code
 * @param label its name
 * @param kind what it is in the model; null where it is nothing
 * @param about the matter of a move, or why there is no kind
 */
record Category(String code, String label, @Nullable Kind kind, String about) {

  private static final List<Category> ALL =
      Resource.rows("categories.tsv").stream()
          .map(
              row ->
                  new Category(
                      row[0], row[1], row[2].isEmpty() ? null : Kind.valueOf(row[2]), row[3]))
          .toList();

  private static final Map<String, Category> NAMED = named();

  /** What an event can be, by the names of the ontology where it has one. */
  enum Kind {
    NegotiationRound,
    Conversation,
    Visit,
    /** A visit by the target. */
    Reception,
    Meeting,
    Agreement,
    Offer,
    Demand,
    Appeal,
    Refusal,
    Blame,
    Denial
  }

  /** All there are. */
  static List<Category> all() {
    return ALL;
  }

  /** The category of this code, or of this label in whatever case; null where there is none. */
  static @Nullable Category of(String codeOrLabel) {
    Category found = NAMED.get(codeOrLabel);
    return found == null ? NAMED.get(codeOrLabel.strip().toLowerCase(Locale.ROOT)) : found;
  }

  private static Map<String, Category> named() {
    Map<String, Category> named = new HashMap<>();
    for (Category category : ALL) {
      named.put(category.code, category);
      named.put(category.label, category);
      named.put(category.label.toLowerCase(Locale.ROOT), category);
    }
    return named;
  }
}
