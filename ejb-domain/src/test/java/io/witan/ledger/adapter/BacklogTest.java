package io.witan.ledger.adapter;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class BacklogTest {
  private final Backlog backlog = new Backlog(10);

  @Test
  void what_commits_add_stands_on_the_last_count() {
    backlog.count(() -> 7);
    backlog.added(2);

    assertThat(backlog.waiting()).isEqualTo(9);
    assertThat(backlog.isFull()).isFalse();
  }

  @Test
  void it_is_full_from_the_bound_on() {
    backlog.count(() -> 7);
    backlog.added(3);

    assertThat(backlog.isFull()).isTrue();
  }

  @Test
  void a_count_takes_the_place_of_what_was_added_before_it() {
    backlog.added(9);
    backlog.count(() -> 4);

    assertThat(backlog.waiting()).isEqualTo(4);
  }

  @Test
  void what_is_added_while_it_counts_is_not_lost() {
    backlog.added(1);

    backlog.count(
        () -> {
          backlog.added(2);
          return 1;
        });

    assertThat(backlog.waiting()).isEqualTo(3);
  }
}
