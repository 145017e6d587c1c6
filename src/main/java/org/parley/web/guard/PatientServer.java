package org.parley.web.guard;

import org.springframework.boot.tomcat.servlet.TomcatServletWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.stereotype.Component;

/** Has Tomcat speak the {@link PatientProtocol}. */
@Component
final class PatientServer implements WebServerFactoryCustomizer<TomcatServletWebServerFactory> {
  private final Quota quota;

  PatientServer(Quota quota) {
    this.quota = quota;
  }

  @Override
  public void customize(TomcatServletWebServerFactory factory) {
    factory.setProtocol(PatientProtocol.class.getName());
    factory.addConnectorCustomizers(
        connector -> {
          if (connector.getProtocolHandler() instanceof PatientProtocol protocol) {
            protocol.setQuota(quota);
          }
        });
  }
}
