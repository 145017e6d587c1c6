package org.parley.search;

import java.util.List;
import java.util.SortedMap;
import org.parley.store.Revision;

/**
 * A page of what a search found.
 *
 * @param revision the revision that was searched, and no other
 * @param kinds how many things of each kind were found, whichever kind was asked for
 * @param total how many were found of the kind that was asked for
 * @param hits those of this page, best first
 */
public record Found(
    Revision revision, SortedMap<String, Integer> kinds, int total, List<Hit> hits) {

  /**
   * A thing that was found.
   *
   * @param kind the first step of its IRI's path, such as {@code actor}; {@code term} for a term of
   *     the ontology
   * @param name what to call it: its English name if it has one
   * @param matched the name that was found
   * @param pieces the text of that name, in pieces
   */
  public record Hit(String iri, String kind, Name name, Name matched, List<Piece> pieces) {}

  /**
   * A piece of a name.
   *
   * @param matches whether it is a word that begins with one that was searched for
   */
  public record Piece(String text, boolean matches) {}
}
