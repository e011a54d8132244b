package io.witan.ledger.heads;

import static org.assertj.core.api.Assertions.assertThat;

import io.witan.ledger.domain.HeadsVerdict.Broken;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ExportLinksTest {
  private static Optional<Broken> first(ExportLinks links, List<String> lines) {
    return lines.stream().map(links::next).flatMap(Optional::stream).findFirst();
  }

  private static Optional<Broken> first(List<String> lines) {
    return first(new ExportLinks(0, ""), lines);
  }

  @Test
  void batches_that_follow_one_another_hold() {
    assertThat(first(Lines.upTo(3))).isEmpty();
  }

  @Test
  void they_hold_from_any_batch_on() {
    List<String> lines = Lines.upTo(5);

    assertThat(first(new ExportLinks(3, lines.get(2)), lines.subList(3, 5))).isEmpty();
  }

  @Test
  void a_missing_batch_is_named() {
    List<String> lines = Lines.upTo(4);

    assertThat(first(List.of(lines.get(0), lines.get(2), lines.get(3))))
        .contains(Broken.batch(2, "it is missing; batch 3 follows"));
  }

  @Test
  void a_changed_batch_shows_in_the_next() {
    List<String> lines = Lines.upTo(3);
    String changed = lines.get(1).replace("hash-2", "hash-3");

    assertThat(first(List.of(lines.get(0), changed, lines.get(2))).orElseThrow())
        .satisfies(broken -> assertThat(broken.batch()).isEqualTo(3))
        .satisfies(
            broken ->
                assertThat(broken.reason()).startsWith("it does not name the hash of the batch"));
  }

  @Test
  void what_is_no_batch_is_told() {
    assertThat(first(List.of("{}"))).contains(Broken.batch(1, "its line is no batch"));
    assertThat(first(List.of(Lines.upTo(1).get(0) + " ")))
        .contains(Broken.batch(1, "its line is no batch"));
  }
}
