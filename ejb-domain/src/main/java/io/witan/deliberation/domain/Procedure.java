package io.witan.deliberation.domain;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * The order of turns, derived from the agents and what was said so far; it keeps nothing.
 *
 * <p>A failed proposal drops its author. The authors that are left form the ring of critique: each
 * criticises the proposal of the next. A lone author is not asked to judge itself, so its proposal
 * stays unreviewed. An author whose proposal was criticised revises it; when the revision fails,
 * the proposal stays as it was.
 */
final class Procedure {
  private final List<Agent> agents;
  private final Map<Integer, Turn> turns;

  Procedure(List<Agent> agents, List<Turn> turns) {
    this.agents = agents;
    this.turns =
        turns.stream().collect(Collectors.toMap(turn -> turn.slot().sequence(), turn -> turn));
  }

  /** All places that are known so far, taken or not, in their order. */
  List<TurnSlot> slots() {
    List<TurnSlot> slots = new ArrayList<>(proposals());
    if (allTaken(slots)) {
      slots.addAll(critiques());
      if (allTaken(slots)) {
        slots.addAll(revisions());
      }
    }
    return slots;
  }

  /** The places of the current phase that are not taken; empty when nothing is left to do. */
  List<TurnSlot> open() {
    return slots().stream().filter(slot -> !turns.containsKey(slot.sequence())).toList();
  }

  private boolean allTaken(List<TurnSlot> slots) {
    return slots.stream().allMatch(slot -> turns.containsKey(slot.sequence()));
  }

  private List<TurnSlot> proposals() {
    return agents.stream().map(agent -> slot(TurnKind.PROPOSE, agent.id())).toList();
  }

  private List<TurnSlot> critiques() {
    List<AgentId> authors = authors();
    List<TurnSlot> slots = new ArrayList<>();
    for (int place = 0; authors.size() > 1 && place < authors.size(); place++) {
      AgentId critic = authors.get(place);
      AgentId author = authors.get((place + 1) % authors.size());
      int sequence = sequence(TurnKind.CRITIQUE, critic);
      slots.add(new TurnSlot(sequence, TurnKind.CRITIQUE, critic, Optional.of(author)));
    }
    return slots;
  }

  private List<TurnSlot> revisions() {
    return authors().stream()
        .filter(author -> critiqueOf(author).isPresent())
        .map(author -> slot(TurnKind.REVISE, author))
        .toList();
  }

  private List<AgentId> authors() {
    return agents.stream().map(Agent::id).filter(id -> draft(id).isPresent()).toList();
  }

  private TurnSlot slot(TurnKind kind, AgentId agent) {
    return new TurnSlot(sequence(kind, agent), kind, agent, Optional.empty());
  }

  private int sequence(TurnKind kind, AgentId agent) {
    int seat = agents.stream().map(Agent::id).toList().indexOf(agent);
    return kind.phase() * agents.size() + seat + 1;
  }

  /** The turn in which the agent proposed, if it did. */
  Optional<Turn> draft(AgentId author) {
    return taken(TurnKind.PROPOSE, author).filter(turn -> turn.proposal().isPresent());
  }

  /** What was said about the author's proposal, if anything. */
  Optional<Critique> critiqueOf(AgentId author) {
    return turns.values().stream()
        .filter(turn -> turn.slot().about().equals(Optional.of(author)))
        .findFirst()
        .flatMap(Turn::critique);
  }

  private Optional<Turn> taken(TurnKind kind, AgentId agent) {
    return Optional.ofNullable(turns.get(sequence(kind, agent)));
  }

  /**
   * The proposals by the score of their critique, highest first; equal ones in the order of seats.
   */
  List<Ranked> ranking() {
    List<Ranked> places = new ArrayList<>();
    List<Ranked> sorted =
        authors().stream()
            .map(this::unranked)
            .sorted(Comparator.comparing(Ranked::score, Comparator.reverseOrder()))
            .toList();
    for (Ranked place : sorted) {
      places.add(
          new Ranked(
              places.size() + 1,
              place.agent(),
              place.turn(),
              place.score(),
              place.reviewed(),
              place.text(),
              place.proposal()));
    }
    return places;
  }

  private Ranked unranked(AgentId author) {
    Turn last =
        taken(TurnKind.REVISE, author)
            .filter(turn -> turn.proposal().isPresent())
            .or(() -> draft(author))
            .orElseThrow();
    Optional<Critique> critique = critiqueOf(author);
    return new Ranked(
        0,
        author,
        last.slot().sequence(),
        critique.map(Critique::score).orElse(0.0),
        critique.isPresent(),
        last.said().map(Turn.Said::text).orElseThrow(),
        last.proposal().orElseThrow());
  }
}
