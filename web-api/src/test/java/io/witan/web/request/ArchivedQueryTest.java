package io.witan.web.request;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.witan.planning.port.Archived;
import io.witan.shared.InvalidValue;
import org.junit.jupiter.api.Test;

class ArchivedQueryTest {
  @Test
  void hides_what_was_archived_unless_it_is_asked_for() {
    assertThat(ArchivedQuery.of(null)).isEqualTo(Archived.HIDDEN);
    assertThat(ArchivedQuery.of("false")).isEqualTo(Archived.HIDDEN);
    assertThat(ArchivedQuery.of("true")).isEqualTo(Archived.SHOWN);
  }

  @Test
  void takes_nothing_else() {
    assertThatThrownBy(() -> ArchivedQuery.of("yes"))
        .isInstanceOf(InvalidValue.class)
        .hasMessage("archived is \"yes\": expected true or false");
  }
}
