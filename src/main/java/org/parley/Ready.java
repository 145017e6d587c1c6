package org.parley;

import com.sun.management.HotSpotDiagnosticMXBean;
import java.lang.management.ManagementFactory;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.boot.web.server.context.WebServerApplicationContext;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** What the log says when the server has started. */
@Component
final class Ready {

  private static final Logger LOG = LoggerFactory.getLogger("parley");
  private static final String EXIT = "ExitOnOutOfMemoryError";

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
            store     {}
            changes   {}\
          """,
          base,
          base,
          base,
          base,
          context.getEnvironment().getProperty("local.management.port"),
          settings.location(),
          settings.token() == null
              ? "none are taken: parley.token is not set"
              : "by PUT and DELETE of " + base + "/documents/ID with the token");
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
