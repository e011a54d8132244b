package io.witan.graph;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class OptionsTest {

  @Test
  void takesHomeAndPortAndKeepsASmallPageCache() throws StartRefused {
    Options options = Options.parse("--home", "/data/graph", "--port", "7687");

    assertThat(options).isEqualTo(new Options(Path.of("/data/graph"), 7687, 128));
  }

  @Test
  void takesAnotherPageCache() throws StartRefused {
    Options options =
        Options.parse("--page-cache-mb", "512", "--port", "0", "--home", "/data/graph");

    assertThat(options.pageCacheMegabytes()).isEqualTo(512);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "--home /g",
        "--port 1",
        "--home /g --port",
        "--home /g --port x",
        "--home /g --port 65536",
        "--home /g --port -1",
        "--home /g --port 1 --page-cache-mb 0",
        "--home /g --port 1 --verbose yes"
      })
  void refusesWhatItCannotUnderstand(String line) {
    String[] args = line.isEmpty() ? new String[0] : line.split(" ", -1);

    assertThatExceptionOfType(StartRefused.class)
        .isThrownBy(() -> Options.parse(args))
        .withMessageMatching("(?s).*--(home|port|page-cache-mb|verbose).*");
  }
}
