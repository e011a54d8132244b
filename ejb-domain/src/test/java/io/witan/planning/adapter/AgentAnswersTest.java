package io.witan.planning.adapter;

import static io.witan.testing.ACeremony.aCeremony;
import static io.witan.testing.APlan.aPlan;
import static io.witan.testing.AStory.aStory;
import static io.witan.testing.Outcomes.value;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.witan.messaging.EventRefusedException;
import io.witan.messaging.OnceInEffect;
import io.witan.planning.application.AddAgentFeedback;
import io.witan.planning.application.CeremonyDesk;
import io.witan.planning.application.DeriveTasks;
import io.witan.planning.application.RequestDerivation;
import io.witan.planning.domain.CeremonyId;
import io.witan.planning.domain.DerivationId;
import io.witan.planning.domain.DerivationStatus;
import io.witan.planning.domain.Opinion;
import io.witan.planning.domain.PlanId;
import io.witan.planning.domain.ReviewTask;
import io.witan.planning.domain.StoryId;
import io.witan.shared.Command;
import io.witan.testing.Deliveries;
import io.witan.testing.FakeDerivationCouncil;
import io.witan.testing.FakeReviewCouncil;
import io.witan.testing.Memory;
import io.witan.testing.Moments;
import io.witan.testing.NumberedIds;
import io.witan.testing.People;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class AgentAnswersTest {
  private static final StoryId STORY = new StoryId("s-7");

  private final Memory memory = new Memory();
  private final OnceInEffect once = new OnceInEffect(memory.transactions, memory.inbox);
  private final FakeDerivationCouncil council = new FakeDerivationCouncil();
  private final TasksFromAgent derivations =
      new TasksFromAgent(
          once,
          new DeriveTasks(
              memory.transactions,
              memory.stories,
              memory.plans,
              memory.tasks,
              memory.dependencies,
              memory.derivations,
              council,
              new NumberedIds(),
              Moments.CLOCK));
  private final ReviewFromAgent reviews =
      new ReviewFromAgent(
          once,
          new AddAgentFeedback(
              memory.transactions,
              new CeremonyDesk(
                  memory.ceremonies, memory.stories, new FakeReviewCouncil(), Moments.CLOCK),
              new JsonAgentProposals(),
              Moments.CLOCK));

  @BeforeEach
  void a_story() {
    memory.stories.given(aStory().called("s-7").readyForPlanning().build());
  }

  private static String answer(String about, String proposal) {
    return "{\"task_id\":\"%s\",\"agent_id\":\"agent-qa-001\",\"proposal\":%s,\"success\":true}"
        .formatted(about, proposal);
  }

  private void answered(String id, String about, String proposal) {
    String payload = answer(about, proposal);
    derivations.receive(payload, Deliveries.of(id, "agent.response.completed"));
    reviews.receive(payload, Deliveries.of(id, "agent.response.completed"));
  }

  @Nested
  class About_a_derivation {
    @BeforeEach
    void that_waits() {
      memory.plans.given(aPlan().called("PL-7").of(STORY).approved().build());
      value(
          new RequestDerivation(
                  memory.transactions,
                  memory.stories,
                  memory.plans,
                  memory.tasks,
                  memory.derivations,
                  council,
                  Moments.CLOCK)
              .request(Command.by(People.PAULA), new PlanId("PL-7")));
    }

    private DerivationStatus status() {
      return memory.derivations.find(new DerivationId("derive-PL-7")).orElseThrow().status();
    }

    @ParameterizedTest
    @ValueSource(strings = {"\"tasks\"", "{\"content\":\"tasks\",\"author_id\":\"agent-qa-001\"}"})
    void become_its_tasks_once(String proposal) {
      answered("e-1", "derive-PL-7", proposal);
      answered("e-1", "derive-PL-7", proposal);
      answered("e-2", "derive-PL-7", proposal);

      assertThat(status()).isEqualTo(DerivationStatus.DERIVED);
      assertThat(memory.tasks.ofStory(STORY)).hasSize(2);
    }

    @Test
    void that_cannot_be_read_are_sent_back_and_the_council_goes_on() {
      assertThatThrownBy(() -> answered("e-1", "derive-PL-7", "\"well ...\""))
          .isInstanceOf(EventRefusedException.class)
          .hasMessageContaining("no JSON object");

      assertThat(status()).isEqualTo(DerivationStatus.REQUESTED);
    }
  }

  @Nested
  class About_a_story_under_review {
    private final String ticket = "ceremony-BRC-7:story-s-7:role-QA";

    @BeforeEach
    void in_a_ceremony() {
      memory.ceremonies.given(aCeremony().called("BRC-7").started("s-7").build());
    }

    private List<Opinion> opinions() {
      return memory
          .ceremonies
          .find(new CeremonyId("BRC-7"))
          .orElseThrow()
          .review(STORY)
          .orElseThrow()
          .opinions();
    }

    @Test
    void are_feedback_with_the_tasks_that_their_lines_name() {
      answered("e-1", ticket, "{\"content\":\"Looks fine.\\n1. Test the refund\"}");

      assertThat(opinions())
          .singleElement()
          .satisfies(
              one -> {
                assertThat(one.author()).isEqualTo("agent-qa-001");
                assertThat(one.advice().tasks())
                    .extracting(ReviewTask::description)
                    .containsExactly("Test the refund");
              });
    }

    @Test
    void in_the_agreed_form_say_it_all() {
      answered("e-1", ticket, "\"{\\\"tasks\\\":[\\\"Test the refund\\\"]}\"");

      assertThat(opinions())
          .singleElement()
          .satisfies(
              one ->
                  assertThat(one.advice().tasks())
                      .extracting(ReviewTask::description)
                      .containsExactly("Test the refund"));
    }

    @Test
    void of_a_ceremony_or_a_story_that_nobody_knows_are_passed_over() {
      answered("e-1", "ceremony-BRC-0:story-s-7:role-QA", "\"- Do it\"");
      answered("e-2", "ceremony-BRC-7:story-s-0:role-QA", "\"- Do it\"");

      assertThat(opinions()).isEmpty();
    }
  }

  @Test
  void about_anything_else_are_passed_over() {
    answered("e-1", "T-7", "\"- Do it\"");

    assertThat(memory.transactions.events()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{\"agent_id\":\"a\",\"proposal\":\"x\"}|task_id",
        "{\"task_id\":\"derive-PL-7\",\"proposal\":\"x\"}|agent_id",
        "{\"task_id\":\"derive-PL-7\",\"agent_id\":\"a\"}|proposal",
        "{\"task_id\":\"derive-PL-7\",\"agent_id\":\"a\",\"proposal\":{\"content\":7}}|content",
        "[]|no JSON object"
      })
  void that_are_malformed_are_refused_with_the_field(String payload, String field) {
    assertThatThrownBy(
            () -> derivations.receive(payload, Deliveries.of("e-1", "agent.response.completed")))
        .isInstanceOf(EventRefusedException.class)
        .hasMessageContaining(field);
    assertThatThrownBy(
            () -> reviews.receive(payload, Deliveries.of("e-1", "agent.response.completed")))
        .isInstanceOf(EventRefusedException.class)
        .hasMessageContaining(field);
  }
}
