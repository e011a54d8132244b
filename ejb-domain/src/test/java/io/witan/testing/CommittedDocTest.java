package io.witan.testing;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledIfSystemProperty;
import org.junit.jupiter.api.io.TempDir;

@DisabledIfSystemProperty(named = "witan.docs.write", matches = "true")
class CommittedDocTest {
  @TempDir private Path folder;

  @Test
  void a_document_that_says_the_same_passes() throws IOException {
    Files.writeString(folder.resolve("states.md"), "A to B");

    assertThatCode(() -> new CommittedDoc(folder).mustSay("states.md", "A to B"))
        .doesNotThrowAnyException();
  }

  @Test
  void a_stale_document_fails_and_the_message_says_how_to_write_it() throws IOException {
    Files.writeString(folder.resolve("states.md"), "A to B");

    assertThatThrownBy(() -> new CommittedDoc(folder).mustSay("states.md", "A to C"))
        .isInstanceOf(AssertionError.class)
        .hasMessageContaining("docs/states.md is stale")
        .hasMessageContaining("-Dwitan.docs.write=true");
  }

  @Test
  void a_missing_document_is_stale() {
    assertThatThrownBy(() -> new CommittedDoc(folder).mustSay("states.md", "A to C"))
        .hasMessageContaining("is stale");
  }
}
