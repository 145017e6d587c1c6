package org.parley.intake.draft;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.parley.Loaded;

class PrintedDateTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "on 4 May 2031 | 2031-05-04",
        "on May 4, 2031 | 2031-05-04",
        "the 4th of May, 2031 | 2031-05-04",
        "Sunday, 4 Nov. 2031 | 2031-11-04",
        "2031-05-04T10:00 | 2031-05-04",
        "04.05.2031 | 2031-05-04",
        "4 травня 2031 року | 2031-05-04",
        "у травні, тобто травень 2031 | 2031-05",
        "4 мая 2031 года | 2031-05-04",
        "4 Mayıs 2031'de | 2031-05-04",
        "in May 2031 | 2031-05",
        "on 4 May | XXXX-05-04",
        "on February 29 | XXXX-02-29",
      })
  void isReadAsEdtf(String text, String edtf) {
    assertThat(PrintedDate.in(text)).extracting(PrintedDate::edtf).containsExactly(edtf);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "31 June 2031",
        "29 February 2031",
        "they may 4",
        "13.13.2031",
        "Mayor 4",
        "114 May"
      })
  void isNoneThatNoCalendarHas(String text) {
    assertThat(PrintedDate.in(text)).isEmpty();
  }

  @Test
  void meansTheMeetingsOfTheDay() {
    Calendar calendar = Loaded.store().read(() -> new Calendar(Loaded.store().dataset()));
    assertThat(calendar.meetings(PrintedDate.in("on July 23").getFirst()))
        .containsExactly("https://w3id.org/parley/id/meeting/istanbul-2025-07-23");
    assertThat(calendar.meetings(PrintedDate.in("on 23 July 2024").getFirst())).isEmpty();
    assertThat(calendar.has("2025-07-23")).isTrue();
  }

  @Test
  void becomesANodeOfTheRegister() {
    assertThat(Calendar.node("2031-02"))
        .contains(
            "date:2031-02 a parley:Date",
            "\"February 2031\"@en , \"лютий 2031\"@uk",
            "parley:latest \"2031-02-28\"",
            "parley:precision \"month\" .")
        .doesNotContain("dayNumber");
    assertThat(Calendar.node("1970-01-02")).contains("parley:dayNumber 1 .");
    assertThat(Calendar.node("2031-05-04/.."))
        .contains("date:from-2031-05-04 a", "veya sonrası", "parley:precision \"open\" .")
        .doesNotContain("latest");
  }
}
