package org.parley.web;

import static java.nio.charset.StandardCharsets.UTF_8;

import jakarta.servlet.http.HttpServletRequest;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.server.ResponseStatusException;

/** The whole data set as files. */
@Controller
final class DumpController {
  private static final String SUMS = "SHA256SUMS";

  private final Dumps dumps;
  private final Representations representations;

  DumpController(Dumps dumps, Representations representations) {
    this.dumps = dumps;
    this.representations = representations;
  }

  @GetMapping(
      path = "/dumps/{file}",
      name = "The whole data set: parley.nq.gz, parley.trig.gz, SHA256SUMS")
  ResponseEntity<byte[]> dump(@PathVariable String file, HttpServletRequest request) {
    return representations.send(
        request,
        () ->
            file.equals(SUMS)
                ? Representation.of(MediaType.TEXT_PLAIN_VALUE, dumps.sums().getBytes(UTF_8))
                : Representation.of("application/gzip", named(file).bytes()));
  }

  private Dump named(String file) {
    return dumps.all().stream()
        .filter(dump -> dump.file().equals(file))
        .findFirst()
        .orElseThrow(
            () ->
                new ResponseStatusException(
                    HttpStatus.NOT_FOUND,
                    dumps.all().isEmpty()
                        ? "There is no dump of more than %,d triples. Run parley export, or restore a backup."
                            .formatted(Dumps.MOST)
                        : "There is no such dump; there are: %s and %s."
                            .formatted(
                                String.join(", ", dumps.all().stream().map(Dump::file).toList()),
                                SUMS)));
  }
}
