package org.parley.web;

import java.net.URI;
import org.parley.vocab.Vocab;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/** What IRIs of the data set and its addresses lead to where nothing else answers: 303. */
@Controller
final class RedirectController {

  @GetMapping(path = "/graph/{name}", name = "A named graph: on to its triples")
  ResponseEntity<Void> graph(@PathVariable String name) {
    return toGraph(name);
  }

  @GetMapping(
      path = "/graph/{layer}/{name}",
      name = "The graph of a document, or of events: on to its triples")
  ResponseEntity<Void> part(@PathVariable String layer, @PathVariable String name) {
    return toGraph(layer + "/" + name);
  }

  @GetMapping(
      path = "/ontology/{version}",
      name = "A version of the ontology: on to the present one")
  ResponseEntity<Void> ontology(@PathVariable String version) {
    return to("/ontology");
  }

  @GetMapping(path = "/problem/{type}", name = "A type of problem: on to what the interface says")
  ResponseEntity<Void> problem(@PathVariable String type) {
    return to("/docs");
  }

  @GetMapping(path = "/revision/{number}", name = "A revision: on to what it changed")
  ResponseEntity<Void> revision(@PathVariable String number) {
    return toChange(number);
  }

  @GetMapping(path = "/submission/{number}", name = "A submission: on to what it changed")
  ResponseEntity<Void> submission(@PathVariable String number) {
    return toChange(number);
  }

  @GetMapping(path = "/dumps", name = "The dumps: on to where they are listed")
  ResponseEntity<Void> dumps() {
    return to("/dataset");
  }

  private static ResponseEntity<Void> toGraph(String name) {
    if (!name.matches("[A-Za-z0-9/_-]{1,100}")) {
      throw new MalformedName("graph", "a name such as facts or document/000");
    }
    return to("/graphs?graph=" + Vocab.GRAPH + name);
  }

  private static ResponseEntity<Void> toChange(String number) {
    if (!number.matches("\\d{1,18}")) {
      throw new MalformedName("revision", "a whole number");
    }
    return to("/changes/" + number);
  }

  private static ResponseEntity<Void> to(String path) {
    return ResponseEntity.status(HttpStatus.SEE_OTHER).location(URI.create(path)).build();
  }
}
