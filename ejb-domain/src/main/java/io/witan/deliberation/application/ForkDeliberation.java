package io.witan.deliberation.application;

import io.witan.deliberation.domain.Agent;
import io.witan.deliberation.domain.AgentId;
import io.witan.deliberation.domain.Charter;
import io.witan.deliberation.domain.Deliberation;
import io.witan.deliberation.domain.DeliberationEvent;
import io.witan.deliberation.domain.DeliberationId;
import io.witan.deliberation.domain.Origin;
import io.witan.deliberation.domain.Turn;
import io.witan.deliberation.domain.TurnKey;
import io.witan.deliberation.domain.TurnSlot;
import io.witan.deliberation.port.DeliberationRepository;
import io.witan.deliberation.port.TermsPolicy;
import io.witan.deliberation.port.TurnRunner;
import io.witan.ledger.port.Transactions;
import io.witan.shared.Change;
import io.witan.shared.Command;
import io.witan.shared.IdSource;
import io.witan.shared.InvalidValue;
import io.witan.shared.Outcome;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;

/**
 * Asks what would have come of a deliberation with other models: it keeps the turns before a place
 * and has those from there on taken anew. The fork is driven like any other, and what comes of it
 * changes nothing else.
 */
@Dependent
public class ForkDeliberation {
  private final Transactions transactions;
  private final DeliberationRepository deliberations;
  private final StoryAccount account;
  private final TurnRunner runner;
  private final IdSource ids;
  private final Clock clock;

  @Inject
  public ForkDeliberation(
      Transactions transactions,
      DeliberationRepository deliberations,
      TermsPolicy rules,
      TurnRunner runner,
      IdSource ids,
      Clock clock) {
    this.transactions = transactions;
    this.deliberations = deliberations;
    this.account = new StoryAccount(deliberations, rules);
    this.runner = runner;
    this.ids = ids;
    this.clock = clock;
  }

  /**
   * Starts a fork. Who may start such a deliberation may fork it; refused when its story has
   * nothing left to spend.
   *
   * @param swaps the models that agents get instead of theirs; the others keep theirs
   * @param from the first turn to take anew; when absent, the first one of a swapped agent
   */
  public Outcome<Deliberation> fork(
      Command command, DeliberationId id, Map<AgentId, String> swaps, OptionalInt from) {
    return transactions.run(
        command,
        () ->
            Outcome.found("deliberation", id, deliberations.find(id))
                .then(
                    found ->
                        command
                            .allowed("fork a deliberation", found.charter().purpose().needed())
                            .map(actor -> found))
                .then(found -> forked(command, found, swaps, from)));
  }

  private Outcome<Deliberation> forked(
      Command command, Deliberation found, Map<AgentId, String> swaps, OptionalInt from) {
    Charter charter = found.charter();
    mustSitThere(charter, swaps);
    Instant now = clock.instant();
    Origin origin = new Origin(found.id(), first(found, swaps, from));
    Charter other =
        charter.forked(
            origin,
            charter.agents().stream().map(agent -> swapped(agent, swaps)).toList(),
            runner.name(),
            command.actor().id(),
            now,
            command.traceId());
    return account
        .again(charter.assignment().storyId(), other.terms())
        .map(other::under)
        .map(paid -> started(found, Deliberation.start(DeliberationId.next(ids), paid), now));
  }

  private static void mustSitThere(Charter charter, Map<AgentId, String> swaps) {
    if (swaps.isEmpty()) {
      throw new InvalidValue("swaps", "nothing", "at least one agent with another model");
    }
    List<AgentId> seats = charter.agents().stream().map(Agent::id).toList();
    swaps.keySet().stream()
        .filter(agent -> !seats.contains(agent))
        .findFirst()
        .ifPresent(
            stranger -> {
              throw new InvalidValue(
                  "swaps.agent_id",
                  stranger.value(),
                  "one of " + String.join(", ", seats.stream().map(AgentId::value).toList()));
            });
  }

  private static int first(Deliberation found, Map<AgentId, String> swaps, OptionalInt from) {
    int first =
        from.orElseGet(
            () -> swaps.keySet().stream().mapToInt(found.charter()::seat).min().orElseThrow() + 1);
    int last = found.slots().stream().mapToInt(TurnSlot::sequence).max().orElse(1);
    if (first < 1 || first > last) {
      throw new InvalidValue(
          "from_turn", String.valueOf(first), "the number of a turn, 1 to %d".formatted(last));
    }
    return first;
  }

  private static Agent swapped(Agent agent, Map<AgentId, String> swaps) {
    return swaps.containsKey(agent.id())
        ? new Agent(agent.id(), agent.role(), swaps.get(agent.id()), agent.manner())
        : agent;
  }

  /** Turns that are kept cost nothing again. */
  private Deliberation started(
      Deliberation found, Change<Deliberation, DeliberationEvent> start, Instant now) {
    int first = start.after().charter().origin().orElseThrow().fromTurn();
    List<Change<Deliberation, DeliberationEvent>> changes = new ArrayList<>(List.of(start));
    Deliberation reached = start.after();
    for (Turn turn : found.turns()) {
      if (turn.slot().sequence() < first && reached.next().contains(turn.slot())) {
        String request =
            deliberations
                .requestOf(new TurnKey(found.id(), turn.slot().sequence()))
                .orElseThrow(() -> new IllegalStateException("a turn has lost its request"));
        Change<Deliberation, DeliberationEvent> kept = kept(reached, turn, request, now);
        changes.add(kept);
        reached = kept.after();
      }
    }
    deliberations.saveAll(changes);
    return reached;
  }

  private static Change<Deliberation, DeliberationEvent> kept(
      Deliberation reached, Turn turn, String request, Instant now) {
    Turn free = new Turn(turn.slot(), turn.requestDigest(), turn.cost().takenOver(), turn.result());
    return reached
        .record(free, request, now)
        .fold(
            done -> done,
            refusal -> {
              throw new IllegalStateException(refusal.message());
            });
  }
}
