package org.parley.web;

import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.servlet.ModelAndView;

/** The front page. */
@Controller
final class FrontController {
  private final Pages pages;

  FrontController(Pages pages) {
    this.pages = pages;
  }

  @GetMapping("/")
  ModelAndView front() {
    return new ModelAndView("front", pages.of("counts", "met", "printed"));
  }
}
