package io.witan.deliberation.adapter;

import static org.assertj.core.api.Assertions.assertThat;

import io.witan.deliberation.domain.Wording;
import io.witan.shared.Sha256;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * What was said once must be said again in a replay: files of a released wording stay as they are.
 * Who wants to ask otherwise adds a {@link Wording}, with files for what it says otherwise, and
 * their lines in {@code prompts.sha256}, which is written as {@code sha256sum} does.
 */
class ReleasedPromptsTest {
  private static final Path FOLDER = Path.of("src/main/resources/io/witan/deliberation/prompts");

  private static List<String> released() throws IOException {
    try (InputStream lines =
        ReleasedPromptsTest.class.getResourceAsStream("/io/witan/deliberation/prompts.sha256")) {
      return new String(lines.readAllBytes(), StandardCharsets.UTF_8).lines().toList();
    }
  }

  private static String line(Path file) {
    try {
      return "%s  %s".formatted(Sha256.hex(Files.readString(file)), FOLDER.relativize(file));
    } catch (IOException unreadable) {
      throw new AssertionError(unreadable);
    }
  }

  @Test
  void stay_as_they_were() throws IOException {
    try (Stream<Path> files = Files.walk(FOLDER)) {
      assertThat(files.filter(Files::isRegularFile).map(ReleasedPromptsTest::line))
          .containsExactlyInAnyOrderElementsOf(released());
    }
  }

  @Test
  void lie_in_the_folder_of_a_wording() throws IOException {
    assertThat(released())
        .allMatch(
            line ->
                Stream.of(Wording.values())
                    .anyMatch(wording -> line.contains("  " + wording.wire() + "/")));
  }
}
