package io.witan.deliberation.adapter;

import static io.witan.testing.AStory.aStory;
import static io.witan.testing.Outcomes.refusal;
import static io.witan.testing.Outcomes.value;
import static org.assertj.core.api.Assertions.assertThat;

import io.witan.context.port.ContextQuery;
import io.witan.deliberation.domain.Deliberation;
import io.witan.deliberation.domain.Deliberations;
import io.witan.deliberation.domain.Ending;
import io.witan.deliberation.domain.Proposal;
import io.witan.deliberation.domain.Purpose;
import io.witan.deliberation.domain.ReviewProposal;
import io.witan.deliberation.domain.Status;
import io.witan.deliberation.domain.Subject;
import io.witan.planning.domain.Advice;
import io.witan.planning.domain.CeremonyId;
import io.witan.planning.domain.Complexity;
import io.witan.planning.domain.ReviewRole;
import io.witan.planning.domain.ReviewTask;
import io.witan.planning.domain.ReviewTicket;
import io.witan.planning.domain.StoryId;
import io.witan.planning.port.ReviewCouncil.Answer;
import io.witan.shared.Command;
import io.witan.shared.Outcome;
import io.witan.shared.Refusal;
import io.witan.shared.Role;
import io.witan.testing.Moments;
import io.witan.testing.People;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class CouncilForReviewTest {
  private static final Command PO = Command.by(People.PAULA);
  private static final ReviewTicket TICKET =
      new ReviewTicket(new CeremonyId("BRC-7"), new StoryId("s-7"), ReviewRole.QA);

  private final CouncilRoom room = new CouncilRoom();
  private final CouncilForReview council =
      new CouncilForReview(room.start(), room.get(), room.cancel(), CouncilRoom.COUNCILS);

  private String convened() {
    return value(council.convene(PO, TICKET, aStory().called("s-7").build()));
  }

  @Nested
  class Convened {
    @Test
    void is_a_deliberation_of_the_role_under_the_name_of_the_ticket() {
      Deliberation started = room.kept(convened());

      assertThat(started.charter().subject())
          .isEqualTo(Subject.task("ceremony-BRC-7:story-s-7:role-QA"));
      assertThat(started.charter().purpose()).isEqualTo(Purpose.REVIEW);
      assertThat(started.charter().agents())
          .hasSize(3)
          .allSatisfy(agent -> assertThat(agent.role()).isEqualTo(Role.QA));
      assertThat(started.charter().assignment().storyId()).contains("s-7");
    }

    @Test
    void knows_what_is_known_about_the_story_within_2000_tokens() {
      assertThat(room.kept(convened()).charter().pack()).isEqualTo("what is known");
      assertThat(room.asked())
          .containsExactly(
              new ContextQuery(
                  ContextQuery.Kind.STORY, "s-7", Role.QA, 2_000, ContextQuery.Scope.SURROUNDINGS));
    }

    @Test
    void is_for_product_owners() {
      Outcome<String> outcome =
          council.convene(Command.by(People.DEV), TICKET, aStory().called("s-7").build());

      assertThat(refusal(outcome).code()).isEqualTo(Refusal.Code.FORBIDDEN);
    }
  }

  @Nested
  class Its_answer {
    private String ended(Ending ending) {
      return room.ended(convened(), ending);
    }

    private String won(Proposal proposal) {
      return room.won(convened(), proposal);
    }

    @Test
    void is_what_the_winner_says() {
      ReviewProposal review =
          new ReviewProposal(
              "Pay",
              "Fine",
              List.of("Ask"),
              List.of("It works"),
              List.of("The provider"),
              "LOW",
              List.of(new ReviewProposal.Task("Build", "It is needed")));

      assertThat(value(council.answer(won(review))))
          .isEqualTo(
              new Answer.Given(
                  "agent-qa-001",
                  "Fine",
                  new Advice(
                      List.of(new ReviewTask("Build", "It is needed")),
                      List.of("It works"),
                      List.of("Ask"),
                      List.of("The provider"),
                      Optional.of(Complexity.LOW))));
    }

    @Test
    void is_why_there_is_none() {
      assertThat(value(council.answer(ended(new Ending.Failed("no model", Moments.NOON)))))
          .isEqualTo(new Answer.Failed("no model"));
    }

    @Test
    void is_none_when_the_winner_says_something_else() {
      assertThat(value(council.answer(won(Deliberations.plan("Plan")))))
          .isEqualTo(new Answer.Failed("it holds no review"));
    }

    @Test
    void is_not_there_before_the_end() {
      assertThat(refusal(council.answer(convened())).message()).contains("has not ended yet");
      assertThat(refusal(council.answer("D-0")).code()).isEqualTo(Refusal.Code.NOT_FOUND);
    }
  }

  @Nested
  class Dismissed {
    @Test
    void it_ends_and_stays_as_it_is() {
      String id = convened();

      council.dismiss(PO, id);
      council.dismiss(PO, id);

      assertThat(room.kept(id).status()).isEqualTo(Status.FAILED);
      assertThat(room.kept(id).version()).isEqualTo(2);
    }
  }
}
