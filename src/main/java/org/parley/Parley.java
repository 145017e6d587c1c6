package org.parley;

import java.util.List;
import org.parley.cli.Commands;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.context.properties.EnableConfigurationProperties;

/**
 * Starts Parley: the server when the command line is empty or begins with a setting ({@code
 * --server.port=9090}), else the command it names.
 */
@SpringBootApplication
@EnableConfigurationProperties(Settings.class)
public class Parley {

  public static void main(String[] arguments) {
    if (arguments.length == 0 || isSetting(arguments[0])) {
      serve(List.of(arguments));
      return;
    }
    int code = Commands.run(Parley::serve, arguments);
    if (code != 0) {
      System.exit(code);
    }
  }

  private static boolean isSetting(String argument) {
    return argument.startsWith("--") && argument.contains("=");
  }

  private static void serve(List<String> settings) {
    SpringApplication.run(Parley.class, settings.toArray(String[]::new));
  }
}
