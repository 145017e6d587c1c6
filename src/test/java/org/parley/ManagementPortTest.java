package org.parley;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.diagnostics.FailureAnalysis;
import org.springframework.mock.env.MockEnvironment;

class ManagementPortTest {

  @ParameterizedTest
  @CsvSource(
      nullValues = "-",
      value = {
        "-,     -,    8081",
        "9090,  -,    9091",
        "0,     -,    0",
        "65535, -,    65534",
        "9090,  7000, 7000",
        "http,  -,    -"
      })
  void standsBesideTheServersOwn(String port, String given, String expected) {
    MockEnvironment environment = new MockEnvironment();
    if (port != null) {
      environment.setProperty("server.port", port);
    }
    if (given != null) {
      environment.setProperty(ManagementPort.NAME, given);
    }
    new ManagementPort().postProcessEnvironment(environment, new SpringApplication());
    assertThat(environment.getProperty(ManagementPort.NAME)).isEqualTo(expected);
  }

  @Test
  void thatIsThePublicOneSaysWhatToDo() {
    assertThatThrownBy(
            () ->
                SpringApplication.run(
                        Parley.class, "--server.port=18080", "--management.server.port=18080")
                    .close())
        .satisfies(
            failure ->
                assertThat(new StartFailure().analyze(failure))
                    .extracting(FailureAnalysis::getDescription)
                    .asString()
                    .contains("Port 18080", "given for both", "--management-port"));
  }
}
