package io.witan.planning.domain;

import static io.witan.testing.ACeremony.aCeremony;
import static io.witan.testing.ACeremony.approval;
import static io.witan.testing.ACeremony.opinion;
import static io.witan.testing.Outcomes.refusal;
import static io.witan.testing.Outcomes.value;
import static org.assertj.core.api.Assertions.assertThat;

import io.witan.planning.domain.ReviewVerdict.Rejected;
import io.witan.shared.ActorId;
import io.witan.shared.Change;
import io.witan.shared.Outcome;
import io.witan.shared.Refusal;
import io.witan.testing.ACeremony;
import io.witan.testing.CommittedDoc;
import io.witan.testing.Moments;
import io.witan.testing.PlainTable;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

class CeremonyTransitionsTest {
  private static final Map<CeremonyStatus, Map<CeremonyAction, CeremonyStatus>> WRITTEN = written();
  private static final ActorId PAULA = new ActorId("paula");
  private static final StoryId STORY = new StoryId("s-1");

  private static Map<CeremonyStatus, Map<CeremonyAction, CeremonyStatus>> written() {
    Map<CeremonyStatus, Map<CeremonyAction, CeremonyStatus>> table =
        new EnumMap<>(CeremonyStatus.class);
    for (CeremonyStatus status : CeremonyStatus.values()) {
      table.put(status, new EnumMap<>(CeremonyAction.class));
    }
    for (List<String> line :
        PlainTable.of(Ceremony.class, "/io/witan/planning/ceremony-transitions.txt")) {
      table
          .get(CeremonyStatus.valueOf(line.get(0)))
          .put(CeremonyAction.valueOf(line.get(1)), CeremonyStatus.valueOf(line.get(2)));
    }
    return table;
  }

  /** In a status, with all that the action needs beside it. */
  private static Ceremony ready(CeremonyStatus status, CeremonyAction action) {
    StoryReview review =
        switch (action) {
          case TAKE_FEEDBACK -> ACeremony.asked("s-1");
          case COMPLETE -> ACeremony.approved("s-1", "PL-1");
          default -> ACeremony.reviewed("s-1");
        };
    return aCeremony().called("BRC-7").in(status).with(review).build();
  }

  private static Outcome<Change<Ceremony, CeremonyEvent>> perform(
      Ceremony ceremony, CeremonyAction action) {
    return switch (action) {
      case ADD_STORIES ->
          ceremony.add(List.of(new StoryId("s-2")), story -> List.of(), PAULA, Moments.NOON);
      case REMOVE_STORY -> ceremony.remove(STORY, PAULA, Moments.NOON);
      case START -> ceremony.start(story -> List.of(), PAULA, Moments.NOON);
      case APPROVE_PLAN ->
          ceremony.approve(STORY, approval("Go"), Optional.empty(), new PlanId("PL-1"));
      case REJECT_PLAN -> ceremony.reject(STORY, new Rejected(PAULA, Moments.NOON, "No"));
      case COMPLETE -> ceremony.complete(PAULA, Moments.NOON);
      case CANCEL -> ceremony.cancel(PAULA, Moments.NOON);
      case TAKE_FEEDBACK, BEGIN_REVIEW -> throw new AssertionError(action + " refuses nothing");
    };
  }

  /** What comes by itself changes nothing where it has no place. */
  private static Optional<Change<Ceremony, CeremonyEvent>> comes(
      Ceremony ceremony, CeremonyAction action) {
    return action == CeremonyAction.TAKE_FEEDBACK
        ? ceremony.take(STORY, opinion("s-1", ReviewRole.QA))
        : ceremony.beginReview(Moments.NOON);
  }

  @Nested
  class In_every_status {
    @TestFactory
    Stream<DynamicTest> each_action_is_legal_or_not_as_written() {
      return Stream.of(CeremonyStatus.values())
          .flatMap(
              status ->
                  Stream.of(CeremonyAction.values())
                      .map(
                          action ->
                              DynamicTest.dynamicTest(
                                  action + " while " + status, () -> walk(status, action))));
    }

    private void walk(CeremonyStatus status, CeremonyAction action) {
      Ceremony ceremony = ready(status, action);
      Optional<CeremonyStatus> target = Optional.ofNullable(WRITTEN.get(status).get(action));
      if (action == CeremonyAction.TAKE_FEEDBACK || action == CeremonyAction.BEGIN_REVIEW) {
        assertThat(comes(ceremony, action).map(change -> change.after().status()))
            .isEqualTo(target);
      } else if (target.isPresent()) {
        Change<Ceremony, CeremonyEvent> change = value(perform(ceremony, action));
        assertThat(change.after().status()).isEqualTo(target.get());
        assertThat(change.after().version()).isEqualTo(2);
        assertThat(change.after().updatedAt()).isEqualTo(Moments.NOON);
        assertThat(change.event().at()).isEqualTo(Moments.NOON);
        assertThat(change.event().ceremony()).isEqualTo(ceremony.id());
      } else {
        turnsBack(refusal(perform(ceremony, action)), status, action);
      }
    }

    private void turnsBack(Refusal refusal, CeremonyStatus status, CeremonyAction action) {
      assertThat(refusal.code()).isEqualTo(Refusal.Code.ILLEGAL_TRANSITION);
      assertThat(refusal.message())
          .startsWith("ceremony BRC-7 cannot %s while %s; legal: ".formatted(action, status));
      String legal = refusal.message().substring(refusal.message().indexOf("legal: ") + 7);
      if (WRITTEN.get(status).isEmpty()) {
        assertThat(legal).isEqualTo("nothing, it has ended");
      } else {
        assertThat(legal.split(", "))
            .containsExactlyInAnyOrderElementsOf(
                WRITTEN.get(status).keySet().stream().map(Enum::name).toList());
      }
    }
  }

  @Test
  void the_committed_diagram_shows_the_table() {
    CommittedDoc.inProject().mustSay("ceremony-states.md", render());
  }

  private static String render() {
    StringBuilder doc =
        new StringBuilder(
            """
            # The states of a backlog review ceremony

            Rendered from `CeremonyTransitions`; a test fails when this page falls behind it. `BEGIN_REVIEW` follows by
            itself, when every story has the feedback of all three roles or is decided.

            ```mermaid
            stateDiagram-v2
              [*] --> DRAFT
            """);
    for (CeremonyStatus from : CeremonyStatus.values()) {
      CeremonyTransitions.legalFrom(from)
          .forEach((action, to) -> doc.append("  %s --> %s: %s\n".formatted(from, to, action)));
    }
    return doc.append("  COMPLETED --> [*]\n  CANCELLED --> [*]\n```\n").toString();
  }
}
