package org.parley.store;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/**
 * TDB2's journal. A process that is killed while it appends to it leaves a last entry that is cut
 * short, and TDB2 5.6 then refuses to open the database. What is cut short was not committed: the
 * record of a commit is a later entry.
 */
final class Journal {

  /** Length of the data, checksum, kind, component: 4 bytes each. */
  private static final int HEADER = 16;

  private Journal() {}

  /**
   * Takes away the entry that is cut short.
   *
   * @param directory of a store that nobody else has open
   * @return whether there was one
   */
  static boolean trim(Path directory) throws IOException {
    boolean trimmed = false;
    try (DirectoryStream<Path> generations = Files.newDirectoryStream(directory, "Data-*")) {
      for (Path generation : generations) {
        Path journal = generation.resolve("journal.jrnl");
        trimmed |= Files.exists(journal) && trimFile(journal);
      }
    }
    return trimmed;
  }

  private static boolean trimFile(Path journal) throws IOException {
    try (FileChannel file =
        FileChannel.open(journal, StandardOpenOption.READ, StandardOpenOption.WRITE)) {
      long end = 0;
      while (end + HEADER <= file.size()) {
        ByteBuffer length = ByteBuffer.allocate(Integer.BYTES);
        file.read(length, end);
        long next = end + HEADER + Math.max(0, length.getInt(0));
        if (next > file.size()) {
          break;
        }
        end = next;
      }
      if (end == file.size()) {
        return false;
      }
      file.truncate(end);
      file.force(true);
      return true;
    }
  }
}
