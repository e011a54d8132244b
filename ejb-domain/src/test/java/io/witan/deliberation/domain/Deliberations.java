package io.witan.deliberation.domain;

import io.witan.shared.ActorId;
import io.witan.shared.Outcome;
import io.witan.shared.Role;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Deliberations for tests, in words of the domain. */
public final class Deliberations {
  public static final Instant MORNING = Instant.parse("2026-11-21T08:00:00Z");

  private Deliberations() {}

  public static Charter charter(Subject subject, Purpose purpose, int agents) {
    Role role = purpose.seats();
    return new Charter(
        subject,
        purpose,
        new Assignment(
            "Pay by card",
            "As a buyer I want to pay by card.",
            List.of("It shows a receipt", "It refuses an expired card"),
            Optional.of("S-1")),
        "what else is known",
        "rehearsal",
        Agent.council(role, agents, "model-x"),
        new ActorId("paula"),
        MORNING,
        "trace-1",
        Optional.empty(),
        Terms.usual(),
        Optional.empty());
  }

  /** A new deliberation on a plan. */
  public static Deliberation ofAgents(int agents) {
    return started(new DeliberationId("D-1"), Subject.story("S-1"), Purpose.PLAN, agents);
  }

  public static Deliberation started(
      DeliberationId id, Subject subject, Purpose purpose, int agents) {
    return Deliberation.start(id, charter(subject, purpose, agents)).after();
  }

  /** Whatever is asked for at the place: a plan named after its author, or a critique. */
  public static Turn said(TurnSlot slot, double score) {
    if (slot.kind() == TurnKind.CRITIQUE) {
      String json = "{\"critique\": \"too large\", \"score\": %s}".formatted(score);
      return turn(slot, new Turn.Said(json, new Critique("too large", score)));
    }
    if (slot.kind() == TurnKind.BALLOT) {
      throw new IllegalArgumentException("a ballot has marks: see ballot()");
    }
    PlanProposal plan = plan("%s %s".formatted(slot.kind(), slot.agent()));
    return turn(slot, new Turn.Said(json(plan), plan));
  }

  /** Marks for the proposals that are shown, in the order of their labels. */
  static Turn ballot(TurnSlot slot, double... scores) {
    List<Ballot.Mark> marks = new ArrayList<>();
    for (double score : scores) {
      marks.add(new Ballot.Mark(Ballot.label(marks.size()), score, ""));
    }
    return turn(slot, new Turn.Said("marks", new Ballot(marks)));
  }

  /** A verdict. */
  static Turn verdict(TurnSlot slot, boolean approved) {
    VerdictProposal verdict =
        new VerdictProposal("By " + slot.agent(), approved, "It was looked at", List.of());
    return turn(slot, new Turn.Said("the verdict of " + slot.agent(), verdict));
  }

  public static Turn failed(TurnSlot slot) {
    return turn(slot, new Turn.Failed("no usable answer"));
  }

  private static Turn turn(TurnSlot slot, Turn.Result result) {
    TurnCost cost = new TurnCost("model-x-1", 42, 100, 20, 7, Duration.ofMillis(250), 1, 0);
    return new Turn(slot, "digest-" + slot.sequence(), cost, result);
  }

  public static PlanProposal plan(String title) {
    ProposedTask task =
        new ProposedTask("Build it", "All of it", "feature", Role.DEVELOPER, 3, 1, List.of());
    return new PlanProposal(title, "How", List.of("It works"), "", List.of(task));
  }

  private static String json(PlanProposal plan) {
    return """
        {"title": "%s", "description": "How", "acceptance_criteria": ["It works"],
         "technical_notes": "", "tasks": [{"title": "Build it", "description": "All of it",
         "type": "feature", "role": "developer", "estimated_hours": 3, "priority": 1,
         "depends_on": []}]}"""
        .formatted(plan.title());
  }

  public static Deliberation with(Deliberation deliberation, Turn turn) {
    return value(deliberation.record(turn, "the request", MORNING.plusSeconds(1))).after();
  }

  public static <T> T value(Outcome<T> outcome) {
    return outcome.fold(
        done -> done,
        refusal -> {
          throw new AssertionError(refusal.message());
        });
  }
}
