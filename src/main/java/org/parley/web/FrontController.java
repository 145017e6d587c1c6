package org.parley.web;

import jakarta.servlet.http.HttpServletRequest;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;

/** The front page. */
@Controller
final class FrontController {
  private final Pages pages;
  private final Representations representations;

  FrontController(Pages pages, Representations representations) {
    this.pages = pages;
    this.representations = representations;
  }

  @GetMapping("/")
  ResponseEntity<byte[]> front(HttpServletRequest request) {
    return representations.send(
        request, () -> representations.page("front", pages.of("counts", "met", "printed")));
  }
}
