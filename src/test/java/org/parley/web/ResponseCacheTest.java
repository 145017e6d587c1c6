package org.parley.web;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.sparql.graph.GraphFactory;
import org.apache.jena.vocabulary.SKOS;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.parley.store.Overloaded;
import org.parley.store.Store;
import org.parley.vocab.Vocab;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.context.annotation.Bean;
import org.springframework.http.HttpHeaders;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.util.unit.DataSize;

/** What is sent again, and when no longer. */
@SpringBootTest(
    classes = ResponseCacheTest.Written.class,
    webEnvironment = WebEnvironment.RANDOM_PORT)
class ResponseCacheTest extends SurfaceTest {
  private static final String PATH = "/data/actor/freedonia.nt";
  private static final int WRITES = 100;
  private static final int READERS = 4;

  @TempDir static Path FOLDER;

  @Autowired private Store store;
  @Autowired private ResponseCache cache;

  static class Written extends Served {
    @Override
    @Bean
    Store store() {
      Store store = Store.open(FOLDER); // one in memory cannot be read while it is written
      name(store, 1);
      return store;
    }
  }

  @Test
  void theSameIsSentAgain() {
    HttpResponse<String> first = get(PATH);
    double before = hits();
    HttpResponse<String> again = get(PATH);
    assertThat(hits()).isEqualTo(before + 1);
    assertThat(again.body()).isEqualTo(first.body()).isNotEmpty();
    assertThat(headers(again)).isEqualTo(headers(first)).containsKeys("etag", "link", "vary");

    HttpResponse<String> head = send("HEAD", PATH);
    assertThat(headers(head)).isEqualTo(headers(first));
    assertThat(head.body()).isEmpty();
    HttpResponse<String> same = get(PATH, "If-None-Match", header(first, "ETag"));
    assertThat(same.statusCode()).isEqualTo(304);
    assertThat(same.body()).isEmpty();
    assertThat(header(same, "ETag")).isEqualTo(header(first, "ETag"));
    assertThat(hits()).isEqualTo(before + 3);
    assertThat(get(PATH, "If-Match", "\"another\"").statusCode()).isEqualTo(412);
  }

  @Test
  void anotherFormatOrHostIsAnotherAnswer() throws IOException {
    String path = "/data/actor/freedonia";
    for (String type : List.of("text/turtle", "application/ld+json", "text/turtle")) {
      assertThat(header(get(path, "Accept", type), "Content-Type")).startsWith(type);
    }
    for (String host : List.of("localhost", "127.0.0.1", "localhost")) {
      String base = "http://" + host + ":" + port;
      try (InputStream map = URI.create(base + "/sitemap.xml").toURL().openStream()) {
        assertThat(map).asString(UTF_8).contains("<loc>" + base + "/");
      }
    }
  }

  /** Each answer is of a revision that was the newest at some time between question and answer. */
  @Test
  void noAnswerOutlivesItsRevision() throws Exception {
    List<Future<Integer>> readers = new ArrayList<>();
    try (var threads = Executors.newFixedThreadPool(READERS)) {
      Future<?> writer =
          threads.submit(
              () -> {
                for (int n = 0; n < WRITES; n++) {
                  name(store, store.revision().number() + 1);
                }
              });
      for (int i = 1; i < READERS; i++) {
        readers.add(
            threads.submit(
                () -> {
                  int read = 0;
                  while (!writer.isDone()) {
                    long acknowledged = store.revision().number();
                    HttpResponse<String> answer = get(PATH);
                    long revision = Long.parseLong(header(answer, "Parley-Revision"));
                    assertThat(revision).isGreaterThanOrEqualTo(acknowledged);
                    assertThat(answer.body()).contains("\"Freedonia " + revision + "\"");
                    read++;
                  }
                  return read;
                }));
      }
      writer.get();
      for (Future<Integer> reader : readers) {
        assertThat(reader.get()).isPositive();
      }
    }
    get(PATH);
    double before = hits();
    get(PATH);
    assertThat(hits()).isEqualTo(before + 1);
  }

  @Test
  void whoAsksForWhatIsBeingMadeWaitsForIt() throws Exception {
    assertThat(asked(() -> {})).isEqualTo(1);
    Runnable busy =
        () -> {
          throw new Overloaded("No place");
        };
    assertThat(asked(busy)).isEqualTo(1);
    Runnable unknown =
        () -> {
          throw new UnknownEntity(new Entity("actor", "freedonia"));
        };
    assertThat(asked(unknown)).as("what is wrong now may be right at once").isEqualTo(READERS);
  }

  /** How often an answer is made when as many as there are readers ask for it at once. */
  private int asked(Runnable making) throws InterruptedException {
    ResponseCache shared = new ResponseCache(store, DataSize.ofMegabytes(1));
    AtomicInteger made = new AtomicInteger();
    CountDownLatch all = new CountDownLatch(1);
    Supplier<ResponseCache.Sent> answer =
        () -> {
          made.incrementAndGet();
          try {
            all.await();
          } catch (InterruptedException e) {
            throw new IllegalStateException(e);
          }
          making.run();
          Representation representation = Representation.of("text/plain", new byte[1]);
          return new ResponseCache.Sent(store.revision(), new HttpHeaders(), representation);
        };
    Runnable asking =
        () -> {
          try {
            assertThat(shared.shared(new MockHttpServletRequest("GET", "/"), answer)).isNotNull();
          } catch (Overloaded | UnknownEntity told) {
            // as it should be
          }
        };
    List<Thread> readers =
        Stream.generate(() -> Thread.ofPlatform().start(asking)).limit(READERS).toList();
    while (readers.stream().anyMatch(reader -> reader.getState() != Thread.State.WAITING)) {
      Thread.onSpinWait();
    }
    all.countDown();
    for (Thread reader : readers) {
      reader.join();
    }
    return made.get();
  }

  private double hits() {
    SimpleMeterRegistry registry = new SimpleMeterRegistry();
    cache.bindTo(registry);
    return registry.get("cache.gets").tag("result", "hit").functionCounter().count();
  }

  /** All but what is of the one request. */
  private static Map<String, List<String>> headers(HttpResponse<?> response) {
    Map<String, List<String>> headers = new TreeMap<>(response.headers().map());
    headers.keySet().removeAll(Set.of("date", "x-request-id"));
    return headers;
  }

  private static void name(Store store, long revision) {
    Graph graph = GraphFactory.createDefaultGraph();
    graph.add(
        NodeFactory.createURI("https://w3id.org/parley/id/actor/freedonia"),
        SKOS.prefLabel.asNode(),
        NodeFactory.createLiteralString("Freedonia " + revision));
    assertThat(store.replace(Map.of(Vocab.graph("register"), graph), Set.of()).number())
        .isEqualTo(revision);
  }
}
