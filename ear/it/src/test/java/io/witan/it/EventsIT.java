package io.witan.it;

import static org.assertj.core.api.Assertions.assertThat;

import io.witan.it.StreamReader.Event;
import io.witan.it.WitanStack.Result;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What a run leaves on the streams, read by a client that is none of ours. */
@ExtendWith(SharedStack.class)
class EventsIT {
  private static final Duration PATIENCE = Duration.ofMinutes(2);

  private static WitanStack stack;
  private static String story;

  /** Runs the story, unless another test has. */
  @BeforeAll
  static void runTheStory(WitanStack shared) {
    stack = shared;
    Result run = stack.witan("run", RunStoryIT.STORY.toString());
    assertThat(run.status()).as(run.output()).isZero();
    story = RunStoryIT.storyId(run);
  }

  @ParameterizedTest
  @ValueSource(strings = {"PLANNING_EVENTS", "WORKFLOW_EVENTS", "DELIBERATION_EVENTS"})
  void every_event_is_there_once(String stream) throws Exception {
    List<Event> events = read(stream);

    assertThat(events).isNotEmpty();
    assertThat(events.stream().map(event -> event.id() + " " + event.subject()))
        .doesNotHaveDuplicates();
  }

  @ParameterizedTest
  @ValueSource(strings = {"PLANNING_EVENTS", "WORKFLOW_EVENTS", "DELIBERATION_EVENTS"})
  void the_events_of_an_aggregate_are_in_the_order_of_its_changes(String stream) throws Exception {
    Map<String, Long> last = new HashMap<>();
    for (Event event : read(stream)) {
      assertThat(event.sequence())
          .as(event.toString())
          .isGreaterThanOrEqualTo(last.getOrDefault(event.aggregate(), 0L));
      last.put(event.aggregate(), event.sequence());
    }
    assertThat(last).isNotEmpty();
  }

  @Test
  void the_last_transition_of_the_story_is_to_done() {
    Awaitility.await().atMost(PATIENCE).until(EventsIT::lastTransition, EventsIT::isToDone);
  }

  private static String lastTransition() throws Exception {
    return read("PLANNING_EVENTS").stream()
        .filter(event -> event.subject().equals("planning.story.transitioned"))
        .filter(event -> event.aggregate().equals(story))
        .reduce((earlier, later) -> later)
        .map(Event::body)
        .orElse("");
  }

  private static boolean isToDone(String body) {
    return body.replace(" ", "").contains("\"to_state\":\"DONE\"");
  }

  private static List<Event> read(String stream) throws Exception {
    try (StreamReader reader = new StreamReader(stack.natsUrl())) {
      return reader.events(stream);
    }
  }
}
