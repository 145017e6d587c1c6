package org.parley.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DocumentsTest {

  @TempDir private Path folder;

  @Test
  void aFolderThatIsNotThereIsNamedAtOnce() {
    assertThatThrownBy(() -> Documents.in(folder.resolve("elsewhere")))
        .isInstanceOf(NoDocuments.class)
        .hasMessageContaining("elsewhere")
        .hasMessageContaining("parley.documents");
    assertThat(Documents.in(folder).present()).isTrue();
  }

  @Test
  void withoutAFolderNoTextIsAtHand() {
    Documents none = Documents.in(null);
    assertThat(none.present()).isFalse();
    assertThatThrownBy(() -> none.text("a.txt", "sha256:")).isInstanceOf(UnprovenDocument.class);
  }
}
