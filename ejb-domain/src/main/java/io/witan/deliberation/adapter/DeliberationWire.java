package io.witan.deliberation.adapter;

import io.witan.contract.EventContract;
import io.witan.deliberation.domain.Agent;
import io.witan.deliberation.domain.AgentId;
import io.witan.deliberation.domain.Charter;
import io.witan.deliberation.domain.Cut;
import io.witan.deliberation.domain.Deliberation;
import io.witan.deliberation.domain.DeliberationEvent;
import io.witan.deliberation.domain.DeliberationEvent.DeliberationCancelled;
import io.witan.deliberation.domain.DeliberationEvent.DeliberationFailed;
import io.witan.deliberation.domain.DeliberationEvent.DeliberationStarted;
import io.witan.deliberation.domain.DeliberationEvent.TurnRecorded;
import io.witan.deliberation.domain.Ending;
import io.witan.deliberation.domain.Mandate;
import io.witan.deliberation.domain.Ranked;
import io.witan.deliberation.domain.Turn;
import io.witan.deliberation.domain.TurnKind;
import io.witan.ledger.adapter.AggregateStore.Telling;
import io.witan.ledger.adapter.CanonicalJson;
import io.witan.ledger.adapter.Fields;
import io.witan.ledger.domain.WireEvent;
import io.witan.shared.Times;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * Deliberation events on the wire. How one ended goes under two subjects, as consumers of the SWE
 * AI Fleet know one or the other, and the payload holds what either asks for.
 *
 * <p>{@code task_id} is the id of the subject, also when that is a story. {@code timestamp} of an
 * ending is in seconds since 1970, other times are ISO text.
 */
final class DeliberationWire {
  /** Longer proposals are left out of events; who wants one reads the deliberation. */
  static final int LONGEST_CONTENT = 60_000;

  private DeliberationWire() {}

  /**
   * The event as it is told. What becomes of a fork is told under subjects of its own, so that
   * nobody takes it for a decision.
   */
  static Telling tell(Deliberation after, DeliberationEvent event) {
    Telling telling = telling(after, event);
    return after.charter().origin().isPresent()
        ? new Telling(telling.action(), telling.facts(), ofFork(telling.messages().get(0)))
        : telling;
  }

  private static List<WireEvent> ofFork(WireEvent event) {
    return DeliberationContracts.FORKS.stream()
        .filter(fork -> fork.subject().equals(DeliberationContracts.forkSubject(event.subject())))
        .findFirst()
        .map(fork -> List.of(fork.event(event.payload())))
        .orElseGet(() -> List.of(event));
  }

  private static Telling telling(Deliberation after, DeliberationEvent event) {
    if (event instanceof DeliberationStarted started) {
      return started(after, started);
    }
    if (event instanceof TurnRecorded recorded) {
      return recorded(after, recorded);
    }
    if (event instanceof DeliberationFailed failed) {
      return failed(after, "deliberation.failed", Map.of("error", failed.reason()));
    }
    if (event instanceof DeliberationCancelled cancelled) {
      return failed(
          after, "deliberation.cancelled", Map.of("cancelled_by", cancelled.by().value()));
    }
    return completed(after);
  }

  private static Telling started(Deliberation after, DeliberationStarted started) {
    Charter charter = started.charter();
    Map<String, Object> payload = about(after, "deliberation.started");
    payload.put("status", "in_progress");
    payload.put("title", charter.assignment().title());
    payload.put("runner", charter.runner());
    payload.put("mode", charter.terms().mode().wire());
    payload.put("agents", charter.agents().stream().map(DeliberationWire::agent).toList());
    payload.put("timestamp", Times.text(charter.createdAt()));
    return new Telling(
        "deliberation.started", Map.of(), List.of(DeliberationContracts.STARTED.event(payload)));
  }

  private static Map<String, Object> about(Deliberation deliberation, String type) {
    Charter charter = deliberation.charter();
    Map<String, Object> payload = new LinkedHashMap<>();
    payload.put("event_type", type);
    payload.put("deliberation_id", deliberation.id().value());
    payload.put("purpose", charter.purpose().name());
    payload.put("subject_kind", charter.subject().kind().wire());
    payload.put("subject_id", charter.subject().id());
    payload.put("task_id", charter.subject().id());
    payload.put("story_id", charter.assignment().storyId().orElse(null));
    charter.origin().ifPresent(origin -> payload.put("forked_from", origin.deliberation().value()));
    return payload;
  }

  private static Map<String, Object> agent(Agent agent) {
    return Fields.of(
        "agent_id", agent.id().value(), "role", agent.role().wire(), "model", agent.model());
  }

  private static Telling recorded(Deliberation after, TurnRecorded recorded) {
    Map<String, Object> facts = turn(recorded.turn());
    Map<String, Object> payload = about(after, "deliberation.turn.recorded");
    payload.putAll(facts);
    payload.put("role", after.charter().agent(recorded.turn().slot().agent()).role().wire());
    payload.put("timestamp", Times.text(recorded.at()));
    return new Telling(
        "deliberation.turn_recorded",
        facts,
        List.of(DeliberationContracts.TURN_RECORDED.event(payload)));
  }

  private static Map<String, Object> turn(Turn turn) {
    return Fields.of(
        "sequence", turn.slot().sequence(),
        "kind", turn.slot().kind().name(),
        "agent_id", turn.slot().agent().value(),
        "about_agent_id", turn.slot().about().map(AgentId::value),
        "status", turn.said().isPresent() ? "DONE" : "FAILED",
        "error", turn.failure(),
        "score", turn.critique().map(critique -> critique.score()),
        "checks", turn.said().flatMap(said -> CheckJson.told(said.checks())),
        "request_digest", turn.requestDigest(),
        "answer_digest", turn.said().map(said -> CanonicalJson.sha256(said.text())),
        "model", turn.cost().model(),
        "seed", turn.cost().seed(),
        "prompt_tokens", turn.cost().promptTokens(),
        "completion_tokens", turn.cost().completionTokens(),
        "cost_micros", turn.cost().micros(),
        "duration_ms", turn.cost().duration().toMillis(),
        "attempts", turn.cost().attempts(),
        "lost_attempts", turn.cost().lostAttempts());
  }

  private static Telling completed(Deliberation after) {
    Ranked winner = after.winner().orElseThrow();
    List<Map<String, Object>> results =
        after.ranking().stream().map(place -> result(after, place)).toList();
    Map<String, Object> more = new LinkedHashMap<>();
    more.put("results", results);
    more.put("result", results.get(0));
    more.put("winner_agent_id", winner.agent().value());
    more.put("winner_score", winner.score());
    more.put("decisions", List.of(decision(after, winner)));
    Map<String, Object> facts =
        Fields.of(
            "winner_agent_id", winner.agent().value(),
            "winner_score", winner.score(),
            "cut", after.cut().map(DeliberationWire::cut));
    more.put("cut", after.cut().map(DeliberationWire::cut).orElse(null));
    List<WireEvent> messages = new ArrayList<>(ended(after, DeliberationContracts.COMPLETED, more));
    after
        .cut()
        .map(cut -> askAPerson(after, cut))
        .or(() -> GateWord.of(after, winner))
        .ifPresent(messages::add);
    return new Telling("deliberation.completed", facts, messages);
  }

  private static Map<String, Object> cut(Cut cut) {
    return Fields.of("kind", cut.kind().wire(), "detail", cut.detail());
  }

  /** Instead of a word at its gate, if it has one: the task goes to people. */
  private static WireEvent askAPerson(Deliberation after, Cut cut) {
    Map<String, Object> payload = about(after, "deliberation.cut");
    payload.putAll(cut(cut));
    payload.put("winner_agent_id", after.winner().orElseThrow().agent().value());
    payload.put("timestamp", Times.text(after.ending().orElseThrow().at()));
    after.charter().mandate().ifPresent(mandate -> payload.putAll(gate(mandate)));
    return DeliberationContracts.CUT.event(payload);
  }

  private static Map<String, Object> result(Deliberation deliberation, Ranked place) {
    Agent author = deliberation.charter().agent(place.agent());
    boolean fits = place.text().length() <= LONGEST_CONTENT;
    return Fields.of(
        "rank", place.rank(),
        "agent_id", place.agent().value(),
        "score", place.score(),
        "reviewed", place.reviewed(),
        "proposal",
            Fields.of(
                "title", place.proposal().title(),
                "author_id", place.agent().value(),
                "author_role", author.role().wire(),
                "content", fits ? place.text() : "",
                "content_omitted", !fits));
  }

  private static Map<String, Object> decision(Deliberation deliberation, Ranked winner) {
    return Fields.of(
        "id", deliberation.id().value(),
        "type", "DELIBERATION",
        "rationale", winner.proposal().title(),
        "affected_subtask", deliberation.charter().subject().id());
  }

  private static Telling failed(Deliberation after, String action, Map<String, Object> facts) {
    Map<String, Object> more = new LinkedHashMap<>(facts);
    more.put("error", after.failure().orElseThrow());
    after.charter().mandate().ifPresent(mandate -> more.putAll(gate(mandate)));
    return new Telling(action, facts, ended(after, DeliberationContracts.FAILED, more));
  }

  private static Map<String, Object> gate(Mandate mandate) {
    return Fields.of(
        "gate", mandate.gate().wire(),
        "fencing_token", mandate.fencingToken(),
        "attempt", mandate.attempt(),
        "attempts", mandate.attempts());
  }

  private static List<WireEvent> ended(
      Deliberation after, EventContract contract, Map<String, Object> more) {
    Map<String, Object> payload = about(after, contract.subject());
    payload.put("status", after.status().name().toLowerCase(Locale.ROOT));
    payload.putAll(counts(after));
    payload.putAll(times(after));
    payload.putAll(more);
    return List.of(
        contract.event(payload),
        contract.named("orchestration." + contract.subject()).event(payload));
  }

  private static Map<String, Object> counts(Deliberation after) {
    List<Turn> proposals =
        after.turns().stream().filter(turn -> turn.slot().kind() == TurnKind.PROPOSE).toList();
    List<Map<String, Object>> failed =
        proposals.stream()
            .filter(turn -> turn.failure().isPresent())
            .map(
                turn -> Fields.of("agent_id", turn.slot().agent().value(), "error", turn.failure()))
            .toList();
    return Fields.of(
        "total_agents",
        after.charter().agents().size(),
        "successful_responses",
        proposals.size() - failed.size(),
        "failed_responses",
        failed.size(),
        "failed_agents",
        failed);
  }

  private static Map<String, Object> times(Deliberation after) {
    Instant end = after.ending().map(Ending::at).orElseThrow();
    return Fields.of(
        "duration_ms",
        Duration.between(after.charter().createdAt(), end).toMillis(),
        "completed_at",
        end,
        "timestamp",
        end.toEpochMilli() / 1000.0);
  }
}
