package org.parley.web;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.jena.atlas.iterator.Iter;
import org.parley.rdf.RdfFormat;
import org.parley.store.Store;
import org.springframework.stereotype.Component;

/**
 * The dumps of the present revision, made when first asked for and kept in memory; none of a data
 * set that is too large for that.
 */
@Component
final class Dumps {
  /** Quads that are dumped at most: they are sorted in memory, some 500 bytes each. */
  static final int MOST = 500_000;

  private final PerRevision<List<Dump>> made;

  Dumps(Store store) {
    this.made =
        new PerRevision<>(
            store,
            () ->
                Stream.of(RdfFormat.NQUADS, RdfFormat.TRIG)
                    .filter(
                        format -> Iter.count(Iter.limit(store.dataset().find(), MOST + 1)) <= MOST)
                    .map(format -> Dump.of(store.dataset(), format))
                    .toList());
  }

  List<Dump> all() {
    return made.get();
  }

  /** Their digests, as {@code sha256sum --check} reads them. */
  String sums() {
    return all().stream()
        .map(dump -> "%s  %s\n".formatted(dump.digest(), dump.file()))
        .collect(Collectors.joining());
  }
}
