package org.parley.queries;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A line of a query file's header, with those that continue it: {@code # key name: value}.
 *
 * @param line where it begins, counted from 1
 * @param name empty when it has none
 */
record HeaderLine(int line, String key, String name, String value) {
  private static final Pattern ENTRY =
      Pattern.compile("#\\s?(title|description|param|example)(?: +([A-Za-z0-9_-]+))?:\\s*(.*)");
  private static final Pattern CONTINUATION = Pattern.compile("#\\s{3,}(\\S.*)");

  /**
   * The header: the lines at the top that begin with {@code #}.
   *
   * @throws BadQueryFile when one of them is neither an entry nor continues one nor is empty
   */
  static List<HeaderLine> read(String file, String text) {
    List<HeaderLine> header = new ArrayList<>();
    int number = 0;
    for (String line : text.lines().takeWhile(l -> l.startsWith("#")).toList()) {
      number++;
      Matcher entry = ENTRY.matcher(line);
      Matcher continuation = CONTINUATION.matcher(line);
      if (entry.matches()) {
        String name = entry.group(2) == null ? "" : entry.group(2);
        header.add(new HeaderLine(number, entry.group(1), name, entry.group(3).strip()));
      } else if (continuation.matches() && !header.isEmpty()) {
        header.add(header.removeLast().continued(continuation.group(1).strip()));
      } else if (!line.strip().equals("#")) {
        throw new BadQueryFile(
            file,
            number,
            "A header line begins with '# title:', '# description:', '# param NAME:' or '#"
                + " example:', or continues the one before with '#   '. Other comments go below an"
                + " empty line.");
      }
    }
    return header;
  }

  /** The lines with that key. */
  static List<HeaderLine> of(List<HeaderLine> header, String key) {
    return header.stream().filter(line -> line.key().equals(key)).toList();
  }

  private HeaderLine continued(String more) {
    return new HeaderLine(line, key, name, value + " " + more);
  }
}
