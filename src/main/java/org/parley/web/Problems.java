package org.parley.web;

import static java.nio.charset.StandardCharsets.UTF_8;

import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.apache.catalina.connector.ClientAbortException;
import org.parley.rdf.Accept;
import org.parley.rdf.MalformedAccept;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.web.ErrorResponse;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import org.springframework.web.context.request.async.AsyncRequestNotUsableException;
import org.thymeleaf.ITemplateEngine;
import org.thymeleaf.context.Context;
import tools.jackson.databind.json.JsonMapper;

/**
 * Turns exceptions into problem documents (RFC 9457), or into a page for a browser. Nothing else
 * does.
 */
@RestControllerAdvice
public final class Problems {
  private static final Logger LOG = LoggerFactory.getLogger(Problems.class);
  private static final List<String> OFFERS =
      List.of(MediaType.APPLICATION_PROBLEM_JSON_VALUE, Representation.HTML);

  private final JsonMapper json;
  private final ITemplateEngine pages;

  Problems(JsonMapper json, ITemplateEngine pages) {
    this.json = json;
    this.pages = pages;
  }

  /**
   * Answers a request with the problem that an exception stands for. An answer that has begun is
   * left as it is, and a client that has gone gets none.
   */
  @ExceptionHandler
  public void write(HttpServletRequest request, HttpServletResponse response, Exception exception)
      throws IOException {
    if (exception instanceof ClientAbortException
        || exception instanceof AsyncRequestNotUsableException) {
      return;
    }
    if (exception instanceof ErrorResponse known) {
      known.getHeaders().forEach((name, values) -> response.setHeader(name, values.getFirst()));
    }
    Problem problem = Causes.of(exception);
    if (problem.status() == 503) {
      response.setHeader(HttpHeaders.RETRY_AFTER, "30");
    }
    if (problem.status() == 500) {
      LOG.error("{} {}", request.getMethod(), request.getRequestURI(), exception);
    }
    write(request, response, problem);
  }

  /** Answers a request with a problem, unless an answer has begun. */
  public void write(HttpServletRequest request, HttpServletResponse response, Problem problem)
      throws IOException {
    if (response.isCommitted()) {
      return;
    }
    boolean html = browses(request);
    byte[] body =
        html
            ? pages
                .process("problem", new Context(Locale.ENGLISH, Map.of("problem", problem)))
                .getBytes(UTF_8)
            : json.writeValueAsBytes(problem.members(asked(request)));
    response.resetBuffer();
    response.setStatus(problem.status());
    response.setHeader(HttpHeaders.ETAG, null);
    if (problem.status() == 405) {
      Headers.allow(response);
    }
    response.setHeader(HttpHeaders.CACHE_CONTROL, "no-store");
    response.setContentType(
        html ? "text/html;charset=UTF-8" : MediaType.APPLICATION_PROBLEM_JSON_VALUE);
    response.setContentLength(body.length);
    response.getOutputStream().write(body);
    response.flushBuffer();
  }

  /** The path of the request, also where the container leads it to its error page. */
  private static String asked(HttpServletRequest request) {
    return request.getAttribute(RequestDispatcher.ERROR_REQUEST_URI) instanceof String path
        ? path
        : request.getRequestURI();
  }

  private static boolean browses(HttpServletRequest request) {
    try {
      return Accept.parse(request.getHeader(HttpHeaders.ACCEPT))
          .best(OFFERS, type -> type)
          .filter(Representation.HTML::equals)
          .isPresent();
    } catch (MalformedAccept e) {
      return false;
    }
  }

  static Problem unknownPath() {
    return new Problem(
        404,
        "unknown-path",
        "There is nothing here",
        "Begin at / in a browser, at /queries for what can be asked, or at /sparql.");
  }

  static Problem ofStatus(int status, String detail) {
    HttpStatus known = HttpStatus.resolve(status);
    String title = known == null ? "Error " + status : known.getReasonPhrase();
    return new Problem(status, title.toLowerCase(Locale.ROOT).replace(' ', '-'), title, detail);
  }
}
