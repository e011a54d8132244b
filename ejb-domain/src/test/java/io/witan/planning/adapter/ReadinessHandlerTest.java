package io.witan.planning.adapter;

import static io.witan.testing.AStory.aStory;
import static io.witan.testing.Outcomes.value;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.witan.messaging.EventRefusedException;
import io.witan.messaging.OnceInEffect;
import io.witan.planning.application.FailJudgement;
import io.witan.planning.application.JudgeReadiness;
import io.witan.planning.application.RequestJudgement;
import io.witan.planning.domain.JudgementId;
import io.witan.planning.domain.JudgementStatus;
import io.witan.planning.domain.ReadinessJudgement;
import io.witan.planning.domain.StoryId;
import io.witan.shared.Command;
import io.witan.testing.Deliveries;
import io.witan.testing.FakeReadinessCouncil;
import io.witan.testing.Memory;
import io.witan.testing.Moments;
import io.witan.testing.People;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ReadinessHandlerTest {
  private static final StoryId STORY = new StoryId("s-7");

  private final Memory memory = new Memory();
  private final FakeReadinessCouncil council = new FakeReadinessCouncil();
  private final ReadinessFromDeliberation answers =
      new ReadinessFromDeliberation(
          new OnceInEffect(memory.transactions, memory.inbox),
          new JudgeReadiness(
              memory.transactions, memory.stories, memory.judgements, council, Moments.CLOCK),
          new FailJudgement(memory.transactions, memory.judgements, Moments.CLOCK));

  @BeforeEach
  void a_judgement_is_waited_for() {
    memory.stories.given(aStory().called("s-7").build());
    assertThat(
            value(
                    new RequestJudgement(
                            memory.transactions,
                            memory.stories,
                            memory.judgements,
                            council,
                            Moments.CLOCK)
                        .request(Command.by(People.PAULA), STORY))
                .deliberation())
        .isEqualTo("d-1");
  }

  private void ended(String payload) {
    answers.receive(payload, Deliveries.of("d-1/9", "deliberation.completed"));
  }

  private void ended(String about, String more) {
    ended("{\"task_id\":\"%s\",\"deliberation_id\":\"d-1\"%s}".formatted(about, more));
  }

  private ReadinessJudgement judgement() {
    return memory.judgements.find(JudgementId.of(STORY)).orElseThrow();
  }

  @Test
  void an_answer_becomes_the_verdict_once() {
    ended("readiness-s-7", "");
    ended("readiness-s-7", ",\"error\":null");

    assertThat(judgement().status()).isEqualTo(JudgementStatus.JUDGED);
    assertThat(judgement().version()).isEqualTo(2);
  }

  @Test
  void a_deliberation_without_an_answer_fails_it() {
    ended("readiness-s-7", ",\"error\":\"nobody came\"");

    assertThat(judgement().reason()).contains("nobody came");
  }

  @ParameterizedTest
  @ValueSource(strings = {"T-7", "s-7", "derive-PL-7", "ceremony-BRC-1:story-s-7:role-QA"})
  void a_deliberation_about_anything_else_is_passed_over(String about) {
    ended(about, "");

    assertThat(judgement().status()).isEqualTo(JudgementStatus.REQUESTED);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{\"deliberation_id\":\"d-1\"}|task_id",
        "{\"task_id\":\"readiness-s-7\"}|deliberation_id",
        "{\"task_id\":\"readiness-s-7\",\"deliberation_id\":\"d-1\",\"error\":7}|error"
      })
  void a_malformed_end_of_a_deliberation_is_refused(String payload, String reason) {
    assertThatThrownBy(() -> ended(payload))
        .isInstanceOf(EventRefusedException.class)
        .hasMessageContaining(reason);
  }
}
