package io.witan.ledger.domain;

import static org.assertj.core.api.Assertions.assertThat;

import io.witan.ledger.domain.ChainVerdict.Broken;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class ToldStateTest {
  private static final ToldState TOLD =
      ToldState.of(
          List.of(
              change(1, Map.of("title", Optional.of("Pay"), "note", Optional.of("draft"))),
              change(2, Map.of("points", Optional.of(3L), "note", Optional.empty())),
              change(3, Map.of("title", Optional.of("Pay by card")))));

  private static ToldChange change(long sequence, Map<String, Optional<Object>> values) {
    return new ToldChange(sequence, values);
  }

  private static Optional<Broken> difference(Map<String, Object> kept) {
    return TOLD.difference(new KeptState(3, "h3", kept));
  }

  @Nested
  class Entries_that_are_folded {
    @Test
    void tell_the_newest_value_of_each_property_and_since_when() {
      assertThat(TOLD.version()).isEqualTo(3);
      assertThat(TOLD.properties())
          .containsExactly(
              Map.entry("points", new ToldState.Told(3L, 2)),
              Map.entry("title", new ToldState.Told("Pay by card", 3)));
      assertThat(TOLD.values()).isEqualTo(Map.of("points", 3L, "title", "Pay by card"));
    }

    @Test
    void tell_nothing_where_there_are_none() {
      assertThat(ToldState.of(List.of())).isEqualTo(new ToldState(0, Map.of()));
    }
  }

  @Nested
  class An_aggregate_is {
    @Test
    void as_it_is_told() {
      assertThat(difference(Map.of("title", "Pay by card", "points", 3L))).isEmpty();
    }

    @Test
    void other_in_one_property_and_the_entry_that_told_it_is_named() {
      assertThat(difference(Map.of("title", "Pay by cash", "points", 3L)))
          .contains(
              new Broken(
                  3, "the aggregate's title is \"Pay by cash\", but entry 3 says \"Pay by card\""));
    }

    @Test
    void other_in_two_and_the_first_by_name_is_named() {
      assertThat(difference(Map.of("title", "Pay by cash", "points", 5L)))
          .contains(new Broken(2, "the aggregate's points is 5, but entry 2 says 3"));
    }

    @Test
    void without_what_was_told() {
      assertThat(difference(Map.of("title", "Pay by card")))
          .contains(new Broken(2, "the aggregate's points is gone, but entry 2 says 3"));
    }

    @Test
    void with_what_nobody_told() {
      assertThat(difference(Map.of("title", "Pay by card", "points", 3L, "note", "draft")))
          .contains(new Broken(3, "the aggregate's note is \"draft\", of which no entry tells"));
    }

    @Test
    void of_another_version() {
      assertThat(TOLD.difference(new KeptState(2, "h3", Map.of())))
          .contains(new Broken(3, "the aggregate has version 2, but 3 is the last entry"));
    }
  }

  @Nested
  class What_was_so_before_the_first_entry {
    private final ToldState told =
        ToldState.of(
            List.of(
                change(0, Map.of("archived", Optional.of(false))),
                change(1, Map.of("title", Optional.of("Pay")))));

    @Test
    void counts_as_told() {
      assertThat(told.difference(new KeptState(1, "h1", Map.of("title", "Pay", "archived", false))))
          .isEmpty();
    }

    @Test
    void and_no_other_value_does() {
      assertThat(told.difference(new KeptState(1, "h1", Map.of("title", "Pay", "archived", true))))
          .contains(new Broken(1, "the aggregate's archived is true, but entry 0 says false"));
    }
  }

  @Nested
  class A_long_value {
    @Test
    void is_shown_where_it_differs() {
      String long1 = "a".repeat(200) + "x" + "b".repeat(200);
      String long2 = "a".repeat(200) + "y" + "b".repeat(200);

      Contrast contrast = Contrast.of(Optional.of(long1), Optional.of(long2));

      assertThat(contrast.first()).isEqualTo("\"…" + "a".repeat(20) + "x" + "b".repeat(59) + "…\"");
      assertThat(contrast.second()).contains("y");
    }

    @Test
    void is_shown_from_its_start_where_that_differs() {
      assertThat(Contrast.of(Optional.of("x".repeat(81)), Optional.empty()))
          .isEqualTo(new Contrast("\"" + "x".repeat(80) + "…\"", "gone"));
    }
  }
}
