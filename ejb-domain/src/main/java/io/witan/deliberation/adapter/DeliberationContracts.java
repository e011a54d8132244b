package io.witan.deliberation.adapter;

import static io.witan.contract.Field.field;
import static io.witan.contract.Field.optional;

import io.witan.contract.AgentResponses;
import io.witan.contract.AgentWork;
import io.witan.contract.EventContract;
import io.witan.contract.EventContracts;
import io.witan.contract.Field;
import io.witan.contract.Shape;
import io.witan.deliberation.domain.Check;
import io.witan.deliberation.domain.Cut;
import io.witan.deliberation.domain.Mode;
import io.witan.deliberation.domain.Purpose;
import io.witan.deliberation.domain.Severity;
import io.witan.deliberation.domain.Subject;
import io.witan.deliberation.domain.TurnKind;
import io.witan.shared.Role;
import jakarta.enterprise.context.Dependent;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** What deliberations and councils tell. */
@Dependent
public class DeliberationContracts implements EventContracts {
  static final EventContract STARTED =
      about("deliberation.started", "Agents began to deliberate.")
          .with(
              field("status", Shape.exactly("in_progress")),
              field("title", Shape.text()),
              field("runner", Shape.id().meaning("Who takes the turns, such as rehearsal.")),
              field("mode", Shape.oneOf(Mode.values(), Mode::wire)),
              field(
                  "agents",
                  Shape.listOf(
                      Shape.object(
                          field("agent_id", Shape.id()),
                          field("role", role()),
                          field("model", Shape.text())))),
              field("timestamp", Shape.time()));

  static final EventContract TURN_RECORDED =
      about("deliberation.turn.recorded", "An agent took a turn.")
          .with(
              field("sequence", Shape.whole(1)),
              field("kind", Shape.oneOf(TurnKind.values(), Enum::name)),
              field("agent_id", Shape.id()),
              field("role", role()),
              optional("about_agent_id", Shape.id().meaning("Whose proposal is criticised.")),
              field("status", Shape.oneOf("DONE", "FAILED")),
              optional("error", Shape.text()),
              optional("score", Shape.number().meaning("0 to 1.")),
              optional(
                  "checks",
                  Shape.object(
                          check(Check.Kind.POLICY),
                          check(Check.Kind.LINT),
                          check(Check.Kind.DRY_RUN))
                      .meaning("What was checked about the proposal.")),
              field("request_digest", Shape.text()),
              optional("answer_digest", Shape.digest()),
              field("model", Shape.text()),
              field("seed", Shape.number()),
              field("prompt_tokens", Shape.whole(0)),
              field("completion_tokens", Shape.whole(0)),
              field("cost_micros", Shape.whole(0).meaning("In millionths of a currency unit.")),
              field("duration_ms", Shape.whole(0)),
              field("attempts", Shape.whole(0)),
              field("lost_attempts", Shape.whole(0)),
              field("timestamp", Shape.time()));

  static final EventContract COMPLETED =
      ended("completed", "A deliberation has a winner.")
          .with(
              field("results", Shape.listOf(result()).meaning("All proposals, the best first.")),
              field("result", result().meaning("The best one.")),
              field("winner_agent_id", Shape.id()),
              field("winner_score", Shape.number()),
              field(
                  "cut",
                  Shape.object(kind(), field("detail", Shape.text()))
                      .orNull()
                      .meaning("Why it ended before its last turn.")),
              field(
                  "decisions",
                  Shape.listOf(
                      Shape.object(
                          field("id", Shape.id()),
                          field("type", Shape.exactly("DELIBERATION")),
                          field("rationale", Shape.text()),
                          field("affected_subtask", Shape.id())))));

  static final EventContract CUT =
      about("deliberation.cut", "A deliberation ended early with what it had: look at it.")
          .with(
              kind(),
              field("detail", Shape.text()),
              field("winner_agent_id", Shape.id()),
              optional("gate", role().meaning("Whose gate asked for it; its task is given back.")),
              optional("fencing_token", Shape.whole(1)),
              optional("attempt", Shape.whole(1)),
              optional("attempts", Shape.whole(1)),
              field("timestamp", Shape.time()));

  static final EventContract FAILED =
      ended("failed", "A deliberation ended without a winner, or was cancelled.")
          .with(
              field("error", Shape.text()),
              optional("cancelled_by", Shape.id()),
              optional("gate", role().meaning("Whose gate asked for it.")),
              optional("fencing_token", Shape.whole(1)),
              optional("attempt", Shape.whole(1)),
              optional("attempts", Shape.whole(1)));

  /** What becomes of forks. */
  static final List<EventContract> FORKS =
      Stream.of(STARTED, COMPLETED, FAILED)
          .map(contract -> contract.named(forkSubject(contract.subject())))
          .toList();

  private static final Set<String> ALWAYS_TOLD =
      Set.of(
          "event_type",
          "task_id",
          "story_id",
          "status",
          "error",
          "total_agents",
          "successful_responses",
          "failed_responses",
          "failed_agents",
          "duration_ms",
          "completed_at",
          "timestamp");

  private static final List<EventContract> SENT =
      List.of(
          FORKS.get(0),
          FORKS.get(1),
          FORKS.get(2),
          STARTED,
          TURN_RECORDED,
          COMPLETED,
          CUT,
          FAILED,
          toldOn(COMPLETED),
          toldOn(FAILED),
          CollectedTaskWire.REMOVED,
          CouncilWire.CREATED,
          CouncilWire.DELETED,
          CouncilWire.REGISTERED,
          CouncilWire.UNREGISTERED,
          ReportWire.PHASE_CHANGED,
          ReportWire.PLAN_APPROVED,
          OutsideTurnWire.REQUEST,
          TaskWire.DISPATCHED,
          TaskWire.COMPLETED,
          TaskWire.FAILED,
          AgentWork.COMPLETED);

  /** Under what an event about a fork is told. */
  static String forkSubject(String subject) {
    return subject.replaceFirst("^deliberation\\.", "deliberation.fork.");
  }

  @Override
  public List<EventContract> sent() {
    return SENT;
  }

  @Override
  public List<EventContract> received() {
    return List.of(
        AgentResponses.FAILED,
        AgentResponses.PROGRESS,
        ContextIsHeard.UPDATED,
        ContextIsHeard.MILESTONE,
        ContextIsHeard.DECISION);
  }

  /** Under the name that others know, where collected tasks end, too, which say less. */
  private static EventContract toldOn(EventContract own) {
    return new EventContract(
        "orchestration." + own.subject(),
        own.summary() + " Or agents from outside are done with a task of their own.",
        own.fields().stream().map(DeliberationContracts::toldOn).toList());
  }

  private static Field toldOn(Field own) {
    if (own.name().equals("results")) {
      return field("results", Shape.listOf(answer()).meaning("All answers, the best first."));
    }
    return ALWAYS_TOLD.contains(own.name()) ? own : optional(own.name(), own.shape());
  }

  @Override
  public List<EventContract> told() {
    return List.of(StreamingWire.PROGRESS);
  }

  private static EventContract about(String subject, String summary) {
    return EventContract.of(
        subject,
        summary,
        field("event_type", Shape.exactly(subject)),
        field("deliberation_id", Shape.id()),
        field("purpose", Shape.oneOf(Purpose.values(), Enum::name)),
        field("subject_kind", Shape.oneOf(Subject.Kind.values(), Subject.Kind::wire)),
        field("subject_id", Shape.id()),
        field("task_id", Shape.id().meaning("The id of the subject, also when that is a story.")),
        field("story_id", Shape.id().orNull()),
        optional("forked_from", Shape.id().meaning("Only of a fork: which one it was.")));
  }

  private static EventContract ended(String status, String summary) {
    return about("deliberation." + status, summary)
        .with(
            field("status", Shape.exactly(status)),
            field("total_agents", Shape.whole(1)),
            field("successful_responses", Shape.whole(0)),
            field("failed_responses", Shape.whole(0)),
            field(
                "failed_agents",
                Shape.listOf(
                    Shape.object(field("agent_id", Shape.id()), field("error", Shape.text())))),
            field("duration_ms", Shape.whole(0)),
            field("completed_at", Shape.time()),
            field("timestamp", Shape.number().meaning("Seconds since 1970.")));
  }

  private static Shape result() {
    Field proposal =
        field(
            "proposal",
            Shape.object(
                field("title", Shape.text()),
                field("author_id", Shape.id()),
                field("author_role", role()),
                field("content", Shape.text()),
                field("content_omitted", Shape.flag().meaning("Whether it was too long."))));
    return Shape.object(
        field("rank", Shape.whole(1)),
        field("agent_id", Shape.id()),
        field("score", Shape.number()),
        field("reviewed", Shape.flag().meaning("Whether another agent criticised it.")),
        proposal);
  }

  private static Field kind() {
    return field("kind", Shape.oneOf(Cut.Kind.values(), Cut.Kind::wire));
  }

  /** A result of either: who judged nothing has no rank. */
  private static Shape answer() {
    return Shape.object(
        optional("rank", Shape.whole(1)),
        field("agent_id", Shape.id()),
        optional("role", role()),
        optional("score", Shape.number()),
        optional("reviewed", Shape.flag().meaning("Whether another agent criticised it.")),
        field(
            "proposal",
            Shape.object(
                optional("title", Shape.text()),
                optional("author_id", Shape.id()),
                optional("author_role", role()),
                field("content", Shape.text()),
                field("content_omitted", Shape.flag().meaning("Whether it was too long.")))),
        optional("duration_ms", Shape.whole(0)),
        optional("timestamp", Shape.time()));
  }

  private static Field check(Check.Kind kind) {
    Shape finding =
        Shape.object(
            field("file", Shape.text()),
            field("line", Shape.whole(0)),
            field("severity", Shape.oneOf(Severity.values(), Enum::name)),
            field("text", Shape.text()));
    return field(
        kind.wire(),
        Shape.object(
            field("outcome", Shape.oneOf(Check.Outcome.values(), Enum::name)),
            field("message", Shape.text()),
            field("findings", Shape.listOf(finding))));
  }

  private static Shape role() {
    return Shape.oneOf(Role.values(), Role::wire);
  }
}
