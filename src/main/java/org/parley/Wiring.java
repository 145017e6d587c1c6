package org.parley;

import jakarta.servlet.Filter;
import org.parley.intake.Documents;
import org.parley.intake.Intake;
import org.parley.intake.LoadReceipt;
import org.parley.intake.Sources;
import org.parley.intake.Submissions;
import org.parley.queries.Answers;
import org.parley.queries.Catalogue;
import org.parley.queries.Workers;
import org.parley.sparql.Limits;
import org.parley.sparql.Refused;
import org.parley.sparql.SparqlEndpoint;
import org.parley.store.Location;
import org.parley.store.Store;
import org.parley.web.Problems;
import org.parley.web.WriteToken;
import org.parley.web.guard.Quota;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.ProblemDetail;
import org.springframework.web.ErrorResponseException;

/** Puts the parts together. */
@Configuration(proxyBeanMethods = false)
class Wiring {

  private static final Logger LOG = LoggerFactory.getLogger("parley");

  /** How many changes may wait for another to end: together some half a minute. */
  private static final int WAITING = 16;

  @Bean
  Sources sources(Settings settings) {
    return Sources.find(settings.sources());
  }

  @Bean
  Documents documents(Settings settings) {
    return Documents.in(settings.documents());
  }

  @Bean
  Catalogue catalogue(Sources sources) {
    return Catalogue.read(sources.queries());
  }

  /** The store, opened and brought to what the sources say before anybody can ask it. */
  @Bean
  Store store(Settings settings, Sources sources) {
    Location location = settings.location();
    Store store = settings.copy() ? location.serve() : location.open();
    store.whenInDoubt(
        doubt -> {
          LOG.error("The process ends, to recover when it is started again", doubt);
          Runtime.getRuntime().halt(1);
        });
    try {
      LoadReceipt receipt = new Intake(store, sources).load();
      LOG.info("Loading the sources {}:\n{}", sources, receipt);
      return store;
    } catch (RuntimeException e) {
      store.close();
      throw e;
    }
  }

  @Bean
  Submissions submissions(Store store, Sources sources, Documents documents) {
    return new Submissions(store, sources, documents, WAITING);
  }

  @Bean
  Quota quota(Settings settings) {
    return settings.client();
  }

  @Bean
  WriteToken token(Settings settings) {
    return new WriteToken(settings.token());
  }

  /** Our own queries are bounded by their deadline; none is refused for being long. */
  @Bean
  Workers pageWorkers() {
    int places = 64 * Runtime.getRuntime().availableProcessors();
    return new Workers("page", places, places, places);
  }

  /** Strangers' queries do not take the places of ours, nor ours theirs. */
  @Bean
  Workers queryWorkers() {
    return new Workers("sparql");
  }

  @Bean
  Answers answers(Store store, @Qualifier("pageWorkers") Workers workers) {
    return new Answers(store, Limits.STANDARD.deadline(), workers);
  }

  @Bean
  FilterRegistrationBean<Filter> sparql(
      Store store, @Qualifier("queryWorkers") Workers workers, Problems problems) {
    SparqlEndpoint endpoint =
        new SparqlEndpoint(
            store,
            Limits.STANDARD,
            workers,
            (request, response, failure) ->
                problems.write(
                    request, response, failure instanceof Refused e ? answer(e) : failure));
    FilterRegistrationBean<Filter> registration = new FilterRegistrationBean<>(endpoint);
    registration.addUrlPatterns(SparqlEndpoint.QUERIES, SparqlEndpoint.GRAPHS);
    return registration;
  }

  private static ErrorResponseException answer(Refused refused) {
    ProblemDetail detail =
        ProblemDetail.forStatusAndDetail(
            HttpStatusCode.valueOf(refused.status()), String.valueOf(refused.getMessage()));
    ErrorResponseException answer =
        new ErrorResponseException(HttpStatusCode.valueOf(refused.status()), detail, refused);
    if (refused.allowed() != null) {
      answer.getHeaders().set(HttpHeaders.ALLOW, refused.allowed());
    }
    return answer;
  }
}
