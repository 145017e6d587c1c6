package org.parley.store;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.security.DigestInputStream;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import java.util.zip.ZipOutputStream;
import org.apache.jena.riot.Lang;
import org.apache.jena.riot.RDFDataMgr;

/**
 * A backup: a ZIP file with the data of one revision as {@code data.nq}, the change log up to it in
 * {@code changes/}, and last their digests in {@code SHA256SUMS}, which {@code sha256sum --check}
 * understands. A store is restored from the change log, which alone keeps the labels of blank
 * nodes; the data are for everybody else, and to hold the outcome against.
 */
public final class Backup {

  static final String DATA = "data.nq";
  static final String SUMS = "SHA256SUMS";

  private Backup() {}

  /**
   * Writes a backup of the newest revision, while others read and write.
   *
   * @return that revision
   * @throws UncheckedIOException when the stream fails
   */
  public static Revision write(Store store, OutputStream out) {
    return store.read(
        () -> {
          try (ZipOutputStream zip = new ZipOutputStream(out)) {
            Revision revision = store.revision();
            Map<String, String> sums = new LinkedHashMap<>();
            sums.put(
                DATA, entry(zip, DATA, to -> RDFDataMgr.write(to, store.dataset(), Lang.NQUADS)));
            Changes changes = store.changes();
            for (long number = changes.first(); number <= revision.number(); number++) {
              String name = Changes.HOME + "/" + Changes.name(number);
              try (InputStream patch = changes.patch(number)) {
                sums.put(name, entry(zip, name, patch::transferTo));
              }
            }
            String text =
                sums.entrySet().stream()
                    .map(sum -> sum.getValue() + "  " + sum.getKey() + "\n")
                    .collect(Collectors.joining());
            entry(zip, SUMS, to -> to.write(text.getBytes(StandardCharsets.UTF_8)));
            return revision;
          } catch (IOException e) {
            throw new UncheckedIOException(e);
          }
        });
  }

  /** What fills a file or an entry. */
  @FunctionalInterface
  public interface Content {
    void writeTo(OutputStream out) throws IOException;
  }

  /**
   * Makes a file of a backup: first beside it, as {@code FILE.part}; under its name only when it is
   * whole, has been verified and is on disk.
   *
   * @return how many entries it has
   * @throws BadBackup when what was written is not one
   */
  public static int save(Path file, Content backup) throws IOException {
    Path part = file.resolveSibling(file.getFileName() + ".part");
    try {
      try (OutputStream out = Files.newOutputStream(part)) {
        backup.writeTo(out);
      }
      int entries = verify(part);
      force(part);
      Files.move(part, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
      force(Objects.requireNonNull(file.toAbsolutePath().getParent()));
      return entries;
    } finally {
      Files.deleteIfExists(part);
    }
  }

  /**
   * Holds every entry against its digest.
   *
   * @return how many entries there are
   * @throws BadBackup when one is damaged, missing or one too many, or this is no backup
   */
  public static int verify(Path file) {
    String current = "it";
    try (ZipFile zip = new ZipFile(file.toFile())) {
      Map<String, String> sums = sums(file, zip);
      for (ZipEntry entry : zip.stream().toList()) {
        current = entry.getName();
        if (current.equals(SUMS)) {
          continue;
        }
        String expected = sums.remove(current);
        if (expected == null || !expected.equals(digest(zip.getInputStream(entry)))) {
          throw new BadBackup(file, current + " differs from its digest in " + SUMS, null);
        }
      }
      if (!sums.isEmpty()) {
        throw new BadBackup(file, sums.keySet().iterator().next() + " is missing", null);
      }
      return zip.size();
    } catch (IOException e) {
      throw new BadBackup(file, "%s cannot be read (%s)".formatted(current, e.getMessage()), e);
    }
  }

  private static Map<String, String> sums(Path file, ZipFile zip) throws IOException {
    ZipEntry sums = zip.getEntry(SUMS);
    if (sums == null) {
      throw new BadBackup(file, "it has no " + SUMS, null);
    }
    String text = new String(zip.getInputStream(sums).readAllBytes(), StandardCharsets.UTF_8);
    return text.lines()
        .filter(line -> line.matches("[0-9a-f]{64}  .+"))
        .collect(
            Collectors.toMap(
                line -> line.substring(66),
                line -> line.substring(0, 64),
                (a, b) -> b,
                TreeMap::new));
  }

  private static String entry(ZipOutputStream zip, String name, Content content)
      throws IOException {
    zip.putNextEntry(new ZipEntry(name));
    DigestOutputStream out = new DigestOutputStream(zip, sha256());
    content.writeTo(out);
    zip.closeEntry();
    return hex(out.getMessageDigest());
  }

  private static String digest(InputStream in) throws IOException {
    try (DigestInputStream digested = new DigestInputStream(in, sha256())) {
      digested.transferTo(OutputStream.nullOutputStream());
      return hex(digested.getMessageDigest());
    }
  }

  private static String hex(MessageDigest digest) {
    return HexFormat.of().formatHex(digest.digest());
  }

  private static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }

  /** Has a file, or the entries of a directory, on disk when it returns. */
  static void force(Path path) throws IOException {
    try (FileChannel channel = FileChannel.open(path, StandardOpenOption.READ)) {
      channel.force(true);
    }
  }
}
