package org.parley.events;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/**
 * One line of an event table.
 *
 * @param number counted from 1, as RFC 7111 (section 2.1) counts rows
 * @param start its first code point in the file, counted from 0
 * @param end the code point after its last one, its end of line not included
 * @param bytes what it holds; null where that is more than {@link Rows#LONGEST}
 */
record Row(long number, long start, long end, @Nullable ByteBuffer bytes) {

  private static final char MARK = '\uFEFF';

  /**
   * Its fields.
   *
   * @throws WrongRow when it is not a row of that many
   */
  String[] fields(int columns) {
    if (bytes == null) {
      throw new WrongRow("is longer than %,d bytes. Shorten it.".formatted(Rows.LONGEST));
    }
    String text;
    try {
      text = StandardCharsets.UTF_8.newDecoder().decode(bytes.duplicate()).toString();
    } catch (CharacterCodingException e) {
      throw new WrongRow("is not UTF-8. Convert the file, for example by iconv.");
    }
    if (number == 1 && !text.isEmpty() && text.charAt(0) == MARK) {
      text = text.substring(1);
    }
    String[] fields = text.split("\t", -1);
    if (fields.length != columns) {
      throw new WrongRow(
          "has %d columns, and a row has %d. Mend it, or name another --mapping."
              .formatted(fields.length, columns));
    }
    for (String field : fields) {
      if (field.chars().anyMatch(Character::isISOControl)) {
        throw new WrongRow("holds a control character. Leave it out.");
      }
    }
    return fields;
  }
}
