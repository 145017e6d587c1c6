package org.parley.web;

import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.UncheckedIOException;
import org.apache.catalina.connector.Request;
import org.apache.catalina.connector.Response;
import org.apache.catalina.core.StandardHost;
import org.apache.catalina.valves.ErrorReportValve;
import org.springframework.boot.tomcat.servlet.TomcatServletWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.boot.webmvc.error.ErrorController;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.RequestMapping;

/**
 * Problems that arise outside the controllers: an error status set by a filter or the container,
 * and requests that Tomcat refuses before any filter sees them (characters that are not allowed,
 * {@code %2F} in the path, headers of more than 8 kB). It would answer with HTML of its own.
 */
@Controller
final class ContainerProblems
    implements ErrorController, WebServerFactoryCustomizer<TomcatServletWebServerFactory> {
  private static final String REFUSED =
      "The request line or a header is not well-formed. Characters such as { } [ ] | and % must be"
          + " percent-encoded, %2F may not stand in a path, and both together may have 8 kB.";

  private final Problems problems;

  ContainerProblems(Problems problems) {
    this.problems = problems;
  }

  @RequestMapping("/error")
  void error(HttpServletRequest request, HttpServletResponse response) throws IOException {
    Object status = request.getAttribute(RequestDispatcher.ERROR_STATUS_CODE);
    if (status instanceof Integer code && code == 405) { // TRACE, and Tomcat lists all it knows
      response.setHeader(HttpHeaders.ALLOW, "GET, HEAD, OPTIONS");
    }
    problems.write(
        request,
        response,
        status instanceof Integer code && code != 404 ? problem(code) : Problems.unknownPath());
  }

  @Override
  public void customize(TomcatServletWebServerFactory factory) {
    factory.addContextCustomizers(
        context -> {
          StandardHost host = (StandardHost) context.getParent();
          host.setErrorReportValveClass("");
          for (var valve : host.getPipeline().getValves()) {
            if (valve instanceof ErrorReportValve) {
              host.getPipeline().removeValve(valve);
            }
          }
          host.getPipeline().addValve(new Refusals());
        });
  }

  private static Problem problem(int status) {
    return Problems.ofStatus(status, status == 400 ? REFUSED : "The request was not served.");
  }

  private final class Refusals extends ErrorReportValve {
    @Override
    protected void report(Request request, Response response, Throwable failure) {
      if (response.getStatus() < 400
          || response.getContentWritten() > 0
          || !response.setErrorReported()) {
        return;
      }
      Headers.set(response);
      try {
        problems.write(request, response, problem(response.getStatus()));
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
  }
}
