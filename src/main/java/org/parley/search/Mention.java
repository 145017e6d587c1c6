package org.parley.search;

import java.util.List;

/**
 * A place in a text where a name stands.
 *
 * @param start where it begins, in UTF-16 units from 0
 * @param end where it ends, exclusive
 * @param text the name as it stands there
 * @param meant the IRIs of what may be meant, likeliest first; empty when it looks like the name of
 *     something unknown
 */
public record Mention(int start, int end, String text, List<String> meant) {

  public Mention {
    meant = List.copyOf(meant);
  }
}
