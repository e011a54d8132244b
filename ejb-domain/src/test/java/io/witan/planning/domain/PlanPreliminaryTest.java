package io.witan.planning.domain;

import static io.witan.testing.ACeremony.opinion;
import static io.witan.testing.ACeremony.reviewed;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.groups.Tuple.tuple;

import io.witan.shared.ActorId;
import io.witan.shared.InvalidValue;
import io.witan.testing.Moments;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PlanPreliminaryTest {
  private static StoryReview review(Opinion... opinions) {
    return new StoryReview(new StoryId("s-1"), List.of(), List.of(opinions), Optional.empty());
  }

  private static Opinion saying(ReviewRole role, String text) {
    return new Opinion(role, "agent", Optional.empty(), text, Advice.in(text), Moments.NOON);
  }

  @Nested
  class The_plan_that_feedback_adds_up_to {
    private final PlanPreliminary plan = reviewed("s-1").preliminary().orElseThrow();

    @Test
    void takes_from_every_role_what_it_said() {
      assertThat(plan.title()).isEqualTo("Plan for s-1");
      assertThat(plan.description()).isEqualTo("From the backlog review by ARCHITECT, QA, DEVOPS");
      assertThat(plan.acceptanceCriteria())
          .containsExactly("It works for ARCHITECT", "It works for QA", "It works for DEVOPS");
      assertThat(plan.technicalNotes()).isEqualTo("Seen by ARCHITECT");
      assertThat(plan.roles())
          .containsExactly(ReviewRole.ARCHITECT, ReviewRole.QA, ReviewRole.DEVOPS);
    }

    @Test
    void is_as_hard_as_the_hardest_part() {
      assertThat(plan.complexity()).isEqualTo(Complexity.HIGH);
    }

    @Test
    void has_a_decision_for_each_task_in_the_order_in_which_they_were_named() {
      assertThat(plan.decisions())
          .extracting(TaskDecision::index, TaskDecision::description, TaskDecision::decidedBy)
          .containsExactly(
              tuple(0, "Do what ARCHITECT says", ReviewRole.ARCHITECT),
              tuple(1, "Do what QA says", ReviewRole.QA),
              tuple(2, "Do what DEVOPS says", ReviewRole.DEVOPS));
      assertThat(plan.decisions().get(1).councilFeedback()).isEqualTo("Seen by QA");
      assertThat(plan.decisions().get(1).reason()).isEqualTo("it is needed");
    }

    @Test
    void becomes_tasks_of_falling_priority_that_tell_where_they_come_from() {
      PlanContent content = plan.content();

      assertThat(content.tasks())
          .extracting(task -> task.text().priority())
          .containsExactly(1, 2, 3);
      assertThat(content.tasks())
          .allSatisfy(
              task -> {
                assertThat(task.text().type()).isEqualTo(TaskType.BACKLOG_REVIEW_IDENTIFIED);
                assertThat(task.dependsOn()).isEmpty();
              });
      assertThat(content.tasks().get(1).text().description())
          .isEqualTo("Do what QA says\n\nQA: it is needed");
    }

    @Test
    void is_filled_in_where_nobody_said_anything() {
      PlanPreliminary bare = review(saying(ReviewRole.QA, "Fine")).preliminary().orElseThrow();

      assertThat(bare.complexity()).isEqualTo(Complexity.MEDIUM);
      assertThat(bare.acceptanceCriteria()).containsExactly(PlanPreliminary.STOCK_CRITERION);
      assertThat(bare.technicalNotes()).isEmpty();
      assertThat(bare.decisions()).isEmpty();
    }

    @Test
    void is_absent_without_feedback() {
      assertThat(review().preliminary()).isEmpty();
      assertThat(review().reviewedAt()).isEmpty();
    }

    @Test
    void names_a_task_once_whoever_names_it() {
      PlanPreliminary plan =
          review(
                  saying(ReviewRole.QA, "1. Test it"),
                  saying(ReviewRole.DEVOPS, "- Test it\n- Run it"))
              .preliminary()
              .orElseThrow();

      assertThat(plan.decisions())
          .extracting(TaskDecision::description)
          .containsExactly("Test it", "Run it");
      assertThat(plan.decisions().get(0).decidedBy()).isEqualTo(ReviewRole.QA);
    }

    @Test
    void holds_a_hundred_tasks_and_notes_that_fit_a_plan() {
      List<Opinion> opinions = new ArrayList<>();
      for (int speaker = 0; speaker < 30; speaker++) {
        StringBuilder text = new StringBuilder("x".repeat(40_000));
        for (int task = 0; task < 10; task++) {
          text.append("\n- Task ").append(speaker).append('.').append(task);
        }
        opinions.add(saying(ReviewRole.ARCHITECT, text.toString()));
      }

      PlanPreliminary plan = review(opinions.toArray(Opinion[]::new)).preliminary().orElseThrow();

      assertThat(plan.content().tasks()).hasSize(100);
      assertThat(plan.technicalNotes()).hasSize(100_000);
    }

    @Test
    void cuts_what_is_too_long_for_a_title() {
      PlanPreliminary plan =
          review(saying(ReviewRole.QA, "- " + "y".repeat(3_000))).preliminary().orElseThrow();

      assertThat(plan.decisions().get(0).description()).hasSize(2_000);
      assertThat(plan.content().tasks().get(0).text().title()).hasSize(300);
    }
  }

  @Nested
  class Its_digest {
    @Test
    void is_the_same_for_the_same_feedback() {
      assertThat(reviewed("s-1").preliminary().orElseThrow().digest())
          .isEqualTo(reviewed("s-1").preliminary().orElseThrow().digest());
    }

    @Test
    void changes_with_every_word_that_is_added() {
      PlanPreliminary before = review(opinion("s-1", ReviewRole.QA)).preliminary().orElseThrow();
      PlanPreliminary after =
          review(opinion("s-1", ReviewRole.QA), saying(ReviewRole.QA, "- One more"))
              .preliminary()
              .orElseThrow();

      assertThat(after.digest()).isNotEqualTo(before.digest());
    }
  }

  @Nested
  class Tasks_in_free_text {
    @Test
    void are_the_numbered_lines_then_the_bullets() {
      assertThat(
              Advice.in("Intro\n- later\n1. first\n  2. second\n* star\nnot - this\n3.no").tasks())
          .extracting(ReviewTask::description)
          .containsExactly("first", "second", "later", "star");
    }

    @Test
    void are_ten_at_most() {
      assertThat(Advice.in("- a\n- b\n- c\n- d\n- e\n- f\n- g\n- h\n- i\n- j\n- k").tasks())
          .hasSize(10);
    }

    @Test
    void may_be_none() {
      assertThat(Advice.in("Nothing to do.").tasks()).isEmpty();
    }
  }

  @Nested
  class Advice_from_elsewhere {
    @Test
    void is_bounded() {
      List<ReviewTask> tasks = new ArrayList<>();
      for (int number = 0; number < 11; number++) {
        tasks.add(new ReviewTask("t" + number, ""));
      }
      assertThatThrownBy(() -> new Advice(tasks, List.of(), List.of(), List.of(), Optional.empty()))
          .isInstanceOf(InvalidValue.class)
          .hasMessageContaining("11 tasks");
      List<String> lines = Collections.nCopies(51, "x");
      assertThatThrownBy(() -> new Advice(List.of(), lines, List.of(), List.of(), Optional.empty()))
          .isInstanceOf(InvalidValue.class)
          .hasMessageContaining("acceptance_criteria");
    }
  }

  @Nested
  class A_priority_adjustment {
    @Test
    void needs_priority_and_reason_together() {
      assertThat(PriorityAdjustment.parse("", "")).isEmpty();
      assertThat(PriorityAdjustment.parse("high", "It is late"))
          .contains(new PriorityAdjustment(Priority.HIGH, "It is late"));
      assertThatThrownBy(() -> PriorityAdjustment.parse("HIGH", " "))
          .hasMessageContaining("po_priority_reason");
      assertThatThrownBy(() -> PriorityAdjustment.parse("", "It is late"))
          .hasMessageContaining("HIGH, MEDIUM or LOW");
      assertThatThrownBy(() -> PriorityAdjustment.parse("URGENT", "It is late"))
          .hasMessageContaining("one of HIGH, MEDIUM, LOW");
    }
  }

  @Nested
  class An_approval {
    @Test
    void needs_notes() {
      assertThatThrownBy(
              () ->
                  new ReviewApproval(new ActorId("paula"), Moments.NOON, " ", "", Optional.empty()))
          .isInstanceOf(InvalidValue.class)
          .hasMessageContaining("po_notes");
    }
  }

  @Nested
  class A_ticket {
    @Test
    void is_read_from_the_name_of_a_deliberation_and_written_as_it() {
      String name = "ceremony-BRC-1:story-s-1:role-DEVOPS";

      assertThat(ReviewTicket.in(name))
          .contains(
              new ReviewTicket(new CeremonyId("BRC-1"), new StoryId("s-1"), ReviewRole.DEVOPS))
          .hasValueSatisfying(ticket -> assertThat(ticket).hasToString(name));
    }

    @ParameterizedTest
    @CsvSource({
      "T-1",
      "ceremony-BRC-1:story-s-1",
      "ceremony-BRC-1:story-s-1:role-CHEF",
      "derive-ceremony-B:story-s:role-QA"
    })
    void is_not_seen_in_other_names(String name) {
      assertThat(ReviewTicket.in(name)).isEmpty();
    }
  }
}
