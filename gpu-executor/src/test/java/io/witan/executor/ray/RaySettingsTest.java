package io.witan.executor.ray;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.witan.shared.InvalidValue;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RaySettingsTest {
  private static final String TWO = "a=http://one:8500, b=https://two/ray";

  private static List<ClusterAddress> clusters(String clusters, String weights) {
    return ClusterList.read(Optional.of(clusters), Optional.of(weights));
  }

  @Nested
  class Clusters {
    @Test
    void have_a_name_an_address_and_a_weight() {
      assertThat(clusters(TWO, "b=2.5"))
          .containsExactly(
              new ClusterAddress("a", URI.create("http://one:8500"), 1),
              new ClusterAddress("b", URI.create("https://two/ray"), 2.5));
    }

    @Test
    void must_be_there() {
      assertThatThrownBy(() -> ClusterList.read(Optional.empty(), Optional.empty()))
          .isInstanceOf(InvalidValue.class)
          .hasMessageContaining("witan.ray.clusters")
          .hasMessageContaining("at least one cluster");
    }

    @ParameterizedTest
    @ValueSource(
        strings = {
          "http://one:8500",
          "a=",
          "=http://one",
          "a=one:8500",
          "a=ftp://one",
          "a=http://",
          "a=http://user:password@one",
          "a=http://one?x=y",
          "a=http://one#x",
          "a=http://o ne",
          "a b=http://one",
          "a=http://one,a=http://two"
        })
    void of_another_form_are_refused(String text) {
      assertThatThrownBy(() -> clusters(text, ""))
          .isInstanceOf(InvalidValue.class)
          .hasMessageContaining("witan.ray.clusters");
    }

    @ParameterizedTest
    @ValueSource(
        strings = {"a", "a=", "a=x", "a=0", "a=-1", "a=NaN", "a=Infinity", "c=1", "a=1,a=2"})
    void have_no_other_weights(String text) {
      assertThatThrownBy(() -> clusters(TWO, text))
          .isInstanceOf(InvalidValue.class)
          .hasMessageContaining("witan.ray.weights");
    }
  }

  @Nested
  class The_policy {
    @ParameterizedTest
    @CsvSource(
        delimiter = '|',
        value = {
          "-1|PT1S|PT2S|PT1S|0|1|1|PT1S|retries is \"-1\": expected 0 or more",
          "0|PT0S|PT2S|PT1S|0|1|1|PT1S|pause-first is \"PT0S\": expected more than PT0S",
          "0|PT2S|PT2S|PT1S|0|1|1|PT1S|pause-most is \"PT2S\": expected more than witan.ray.pause-first",
          "0|PT1S|PT2S|PT-1S|0|1|1|PT1S|patience is \"PT-1S\": expected PT0S or more",
          "0|PT1S|PT2S|PT1S|-1|1|1|PT1S|calls-per-second is \"-1\": expected 0 or more",
          "0|PT1S|PT2S|PT1S|0|0|1|PT1S|breaker.failures is \"0\": expected 1 or more",
          "0|PT1S|PT2S|PT1S|0|5|4|PT1S|breaker.calls is \"4\": expected 5 or more",
          "0|PT1S|PT2S|PT1S|0|1|1|PT-1S|breaker.pause is \"PT-1S\": expected PT0S or more"
        })
    void that_makes_no_sense_is_refused(
        int retries,
        Duration firstPause,
        Duration longestPause,
        Duration patience,
        int callsPerSecond,
        int failures,
        int calls,
        Duration breakerPause,
        String wrong) {
      assertThatThrownBy(
              () ->
                  new RayPolicy(
                      retries,
                      firstPause,
                      longestPause,
                      patience,
                      callsPerSecond,
                      failures,
                      calls,
                      breakerPause))
          .isInstanceOf(InvalidValue.class)
          .hasMessageContaining("witan.ray." + wrong);
    }
  }

  @Nested
  class Tokens {
    @TempDir private Path folder;

    private String file(String name, String content) throws IOException {
      return Files.writeString(folder.resolve(name), content).toString();
    }

    private TokenFiles read(String setting) {
      return TokenFiles.read(Optional.of(setting), clusters(TWO, ""));
    }

    private static String token(TokenFiles files, int cluster) {
      return files.of(clusters(TWO, "").get(cluster)).authorization();
    }

    @Test
    void may_be_the_same_for_all() throws IOException {
      TokenFiles files = read(file("all", " secret-1\n"));

      assertThat(token(files, 0)).isEqualTo("Bearer secret-1");
      assertThat(token(files, 1)).isEqualTo("Bearer secret-1");
    }

    @Test
    void may_be_of_each_cluster() throws IOException {
      TokenFiles files = read("a=%s,b=%s".formatted(file("a", "secret-a"), file("b", "secret-b")));

      assertThat(token(files, 0)).isEqualTo("Bearer secret-a");
      assertThat(token(files, 1)).isEqualTo("Bearer secret-b");
    }

    @Test
    void appear_in_no_text() throws IOException {
      assertThat(read(file("all", "secret-1")).of(clusters(TWO, "").get(0))).hasToString("***");
    }

    @ParameterizedTest
    @CsvSource({
      "'', 'readable file'",
      "/nowhere/token, 'readable file'",
      "a=/nowhere, 'readable file'"
    })
    void must_be_there(String setting, String reason) {
      assertThatThrownBy(() -> read(setting))
          .isInstanceOf(InvalidValue.class)
          .hasMessageContaining("witan.ray.token-file")
          .hasMessageContaining(reason);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " \n", "two words", "two\nlines"})
    void must_be_one(String content) throws IOException {
      String file = file("token", content);

      assertThatThrownBy(() -> read(file))
          .hasMessageContaining("one token and nothing else")
          .hasMessageNotContaining("two");
    }

    @Test
    void must_be_for_every_cluster_and_no_other() throws IOException {
      String file = file("token", "secret-1");

      assertThatThrownBy(() -> read("a=" + file)).hasMessageContaining("a file for b too");
      assertThatThrownBy(() -> read("a=%1$s,b=%1$s,c=%1$s".formatted(file)))
          .hasMessageContaining("a cluster of a, b");
    }
  }
}
