package io.witan.deliberation.adapter;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.witan.deliberation.domain.DeliberationId;
import io.witan.deliberation.domain.Deliberations;
import io.witan.deliberation.domain.Purpose;
import io.witan.deliberation.domain.Subject;
import io.witan.messaging.EventRefusedException;
import io.witan.testing.Deliveries;
import io.witan.testing.MemoryDeliberations;
import java.text.MessageFormat;
import java.util.ArrayList;
import java.util.List;
import java.util.logging.Handler;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class ContextIsHeardTest {
  private static final Logger LOG = Logger.getLogger(ContextIsHeard.class.getName());

  private final MemoryDeliberations deliberations = new MemoryDeliberations();
  private final ContextIsHeard heard = new ContextIsHeard(deliberations);
  private final List<String> noted = new ArrayList<>();
  private final Handler handler =
      new Handler() {
        @Override
        public void publish(LogRecord said) {
          noted.add(MessageFormat.format(said.getMessage(), said.getParameters()));
        }

        @Override
        public void flush() {}

        @Override
        public void close() {}
      };

  @BeforeEach
  void listen() {
    LOG.addHandler(handler);
    deliberations.given(
        Deliberations.started(new DeliberationId("D-1"), Subject.story("S-1"), Purpose.PLAN, 3));
  }

  @AfterEach
  void stop() {
    LOG.removeHandler(handler);
  }

  @Test
  void what_changed_is_noted_with_what_it_comes_too_late_for() {
    heard.updated(
        "{\"story_id\": \"S-1\", \"version\": 7}", Deliveries.of("e-1", "context.updated"));
    heard.milestone(
        "{\"story_id\": \"S-2\", \"milestone_id\": \"M-1\"}",
        Deliveries.of("e-2", "context.milestone.reached"));
    heard.decision(
        "{\"story_id\": \"S-1\", \"decision_id\": \"DEC-1\"}",
        Deliveries.of("e-3", "context.decision.added"));

    assertThat(noted)
        .containsExactly(
            "context.updated 7 of story S-1: 1 open deliberations go on with what was known before",
            "context.milestone.reached M-1 of story S-2: 0 open deliberations go on with what was"
                + " known before",
            "context.decision.added DEC-1 of story S-1: 1 open deliberations go on with what was"
                + " known before");
  }

  @Test
  void what_is_missing_is_named() {
    assertThatThrownBy(
            () ->
                heard.milestone(
                    "{\"story_id\": \"S-1\"}", Deliveries.of("e-1", "context.milestone.reached")))
        .isInstanceOf(EventRefusedException.class)
        .hasMessageContaining("milestone_id");
  }
}
