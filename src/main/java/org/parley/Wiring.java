package org.parley;

import com.sun.management.HotSpotDiagnosticMXBean;
import jakarta.servlet.Filter;
import java.lang.management.ManagementFactory;
import org.parley.intake.Documents;
import org.parley.intake.Intake;
import org.parley.intake.Receipt;
import org.parley.intake.Sources;
import org.parley.queries.Answers;
import org.parley.queries.Catalogue;
import org.parley.sparql.Limits;
import org.parley.sparql.Refused;
import org.parley.sparql.SparqlEndpoint;
import org.parley.store.Store;
import org.parley.web.Problems;
import org.parley.web.guard.Quota;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.boot.web.server.context.WebServerApplicationContext;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.event.EventListener;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.ProblemDetail;
import org.springframework.web.ErrorResponseException;

/** Puts the parts together. */
@Configuration(proxyBeanMethods = false)
class Wiring {

  private static final Logger LOG = LoggerFactory.getLogger("parley");

  private static final String EXIT = "ExitOnOutOfMemoryError";

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
    Store store = Store.open(settings.store());
    try {
      Receipt receipt = new Intake(store, sources).load();
      LOG.info("Loading the sources {}:\n{}", sources, receipt);
      return store;
    } catch (RuntimeException e) {
      store.close();
      throw e;
    }
  }

  @Bean
  Quota quota(Settings settings) {
    return settings.client();
  }

  @Bean
  Answers answers(Store store) {
    return new Answers(store, Limits.STANDARD.deadline());
  }

  @Bean
  FilterRegistrationBean<Filter> sparql(Store store, Problems problems) {
    SparqlEndpoint endpoint =
        new SparqlEndpoint(
            store,
            Limits.STANDARD,
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

  /** Says where everything is. */
  @EventListener
  void ready(ApplicationReadyEvent event) {
    if (event.getApplicationContext() instanceof WebServerApplicationContext context
        && context.getWebServer() != null) {
      String base = "http://localhost:" + context.getWebServer().getPort();
      Settings settings = event.getApplicationContext().getBean(Settings.class);
      LOG.info(
          """
          Parley is ready:
            pages     {}/
            queries   {}/queries
            SPARQL    {}/sparql
            entities  {}/id/meeting/istanbul-2025-07-23
            health    http://localhost:{}/actuator/health
            store     {}\
          """,
          base,
          base,
          base,
          base,
          context.getEnvironment().getProperty("local.management.port"),
          settings.store().toAbsolutePath());
      if (!ManagementFactory.getPlatformMXBean(HotSpotDiagnosticMXBean.class)
          .getVMOption(EXIT)
          .getValue()
          .equals("true")) {
        LOG.warn(
            "Start with java -XX:+{} -jar …: without it a server whose memory is full lives on,"
                + " deaf or with a damaged view of the store. Started anew, it is sound again.",
            EXIT);
      }
    }
  }
}
