package org.parley.sparql;

import jakarta.servlet.Filter;
import jakarta.servlet.FilterChain;
import jakarta.servlet.FilterConfig;
import jakarta.servlet.ServletContext;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletRequest;
import jakarta.servlet.ServletResponse;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.apache.jena.fuseki.server.DataAccessPoint;
import org.apache.jena.fuseki.server.DataAccessPointRegistry;
import org.apache.jena.fuseki.server.DataService;
import org.apache.jena.fuseki.server.Operation;
import org.apache.jena.fuseki.server.OperationRegistry;
import org.apache.jena.fuseki.servlets.FusekiFilter;
import org.apache.jena.query.ARQ;
import org.parley.queries.Workers;
import org.parley.store.Store;

/**
 * The SPARQL 1.1 Protocol at {@code /sparql} and the reading half of the Graph Store Protocol at
 * {@code /graphs}. A GET or HEAD of {@code /sparql} without a query goes on down the chain, as does
 * every other path.
 */
public final class SparqlEndpoint implements Filter {

  public static final String QUERIES = "/sparql";
  public static final String GRAPHS = "/graphs";

  private final Store store;
  private final Limits limits;
  private final Workers workers;
  private final ErrorAnswer errors;
  private final FusekiFilter fuseki = new FusekiFilter();

  public SparqlEndpoint(Store store, Limits limits, Workers workers, ErrorAnswer errors) {
    this.store = store;
    this.limits = limits;
    this.workers = workers;
    this.errors = errors;
  }

  @Override
  public void init(FilterConfig config) {
    ARQ.globalServiceAllowed = false;
    OperationRegistry operations = OperationRegistry.createEmpty();
    operations.register(Operation.Query, new QueryOperation(limits, store, workers));
    operations.register(Operation.GSP_R, new GraphOperation(limits, store, workers));
    DataAccessPointRegistry points = new DataAccessPointRegistry();
    points.register(new DataAccessPoint(QUERIES, service(Operation.Query, operations)));
    points.register(new DataAccessPoint(GRAPHS, service(Operation.GSP_R, operations)));
    ServletContext context = config.getServletContext();
    OperationRegistry.set(context, operations);
    DataAccessPointRegistry.set(context, points);
  }

  @Override
  public void doFilter(ServletRequest any, ServletResponse answer, FilterChain chain)
      throws IOException, ServletException {
    HttpServletRequest request = (HttpServletRequest) any;
    HttpServletResponse response = (HttpServletResponse) answer;
    String path = request.getServletPath();
    if (!path.equals(QUERIES) && !path.equals(GRAPHS)) {
      chain.doFilter(request, response);
      return;
    }
    boolean queries = path.equals(QUERIES);
    String methods = queries ? "GET, HEAD, POST, OPTIONS" : "GET, HEAD, OPTIONS";
    try {
      if (!request.getRequestURI().equals(request.getContextPath() + path)) {
        throw Refused.malformed("The path is " + path + ". Leave out what is added to it");
      }
      switch (request.getMethod()) {
        case "OPTIONS" -> {
          response.setHeader("Allow", methods);
          response.setStatus(HttpServletResponse.SC_NO_CONTENT);
          return;
        }
        case "GET", "HEAD" -> {
          if (queries && !asks(request)) {
            chain.doFilter(request, response);
            return;
          }
        }
        case "POST" -> {
          if (!queries) {
            throw Refused.method(request.getMethod(), methods);
          }
        }
        default -> throw Refused.method(request.getMethod(), methods);
      }
      fuseki.doFilter(request, response, chain);
    } catch (Refused refused) {
      tell(request, response, refused);
      return;
    }
    Throwable failure = Failures.of(request);
    if (failure instanceof Error error) {
      throw error;
    }
    if (failure instanceof Exception exception) {
      tell(request, response, exception);
    }
  }

  private DataService service(Operation operation, OperationRegistry operations) {
    DataService service = DataService.newBuilder(store.dataset()).addEndpoint(operation).build();
    service.setEndpointProcessors(operations);
    service.goActive();
    return service;
  }

  private boolean asks(HttpServletRequest request) {
    var parameters = Protocol.parameters(request, limits);
    return parameters.containsKey("query") || parameters.containsKey("update");
  }

  /** Once something is sent, only a broken connection can say that the rest is missing. */
  private void tell(HttpServletRequest request, HttpServletResponse response, Exception failure)
      throws IOException {
    if (response.isCommitted() || failure instanceof IOException) {
      throw new IOException("The answer broke off: " + failure.getMessage(), failure);
    }
    response.setHeader("Vary", "Accept");
    response.setHeader(Answer.FUSEKI, null);
    errors.answer(request, response, failure);
  }
}
