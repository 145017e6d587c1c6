package org.parley.clients;

import java.util.List;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jsoup.Jsoup;
import org.parley.vocab.Vocab;

/**
 * One page of each type: what every test of pages is run on. Whatever the navigation leads to is a
 * type, and so is each kind of entity; a page that neither leads to is added to {@link #MORE}.
 *
 * @param path where it is
 */
record PageType(String path) {
  private static final List<String> MORE =
      List.of(
          "/",
          "/queries",
          "/queries/as-of-events?day=2025-07-01",
          "/queries/chain-of-evidence",
          "/queries/publishers",
          "/sparql",
          "/page/meeting/no-such-meeting",
          "/queries/as-of-events?day=yesterday");

  /** The things of which most is said first: their pages are the fullest. */
  private static final String FULLEST =
      """
      SELECT (STRAFTER(STR(?thing), "%1$s") AS ?name) {
        { ?thing ?property ?value } UNION { ?other ?link ?thing }
        FILTER (STRSTARTS(STR(?thing), "%1$s"))
      } GROUP BY ?thing ORDER BY DESC(COUNT(*)) ?thing
      """
          .formatted(Vocab.ID);

  static List<PageType> all() {
    Stream<String> navigation =
        Jsoup.parse(Site.get("/", Site.BROWSER).body()).select("nav a[href^=/]").stream()
            .map(link -> link.attr("href"));
    Stream<String> entities =
        Site.ask(FULLEST).stream()
            .collect(
                Collectors.toMap(
                    name -> name.split("/", 2)[0],
                    name -> "/page/" + name,
                    (fullest, other) -> fullest,
                    TreeMap::new))
            .values()
            .stream();
    return Stream.of(MORE.stream(), navigation, entities)
        .flatMap(paths -> paths)
        .distinct()
        .map(PageType::new)
        .toList();
  }

  /** As a file may be called. */
  String fileName() {
    return path.equals("/") ? "front" : path.substring(1).replaceAll("\\W+", "-");
  }

  @Override
  public String toString() {
    return path;
  }
}
