package org.parley;

import java.util.Map;
import org.springframework.boot.EnvironmentPostProcessor;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.web.server.PortInUseException;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.core.env.MapPropertySource;

/**
 * Where health and metrics listen unless {@code management.server.port} says: one above the
 * server's own port, so that two servers on one machine need only differ in that; any free port
 * where the server takes any. Both on one port would make all of it public, and is refused.
 */
public final class ManagementPort implements EnvironmentPostProcessor {
  static final String NAME = "management.server.port";

  @Override
  public void postProcessEnvironment(
      ConfigurableEnvironment environment, SpringApplication application) {
    String port = environment.getProperty("server.port", "8080");
    if (port.matches("\\d{1,5}")) { // what else it is will be told where it is read
      environment
          .getPropertySources()
          .addLast(new MapPropertySource("management port", Map.of(NAME, beside(port))));
      if (!port.equals("0") && port.equals(environment.getProperty(NAME))) {
        throw new PortInUseException(Integer.parseInt(port));
      }
    }
  }

  private static int beside(String port) {
    int number = Integer.parseInt(port);
    return number == 0 ? 0 : number < 65_535 ? number + 1 : number - 1;
  }
}
