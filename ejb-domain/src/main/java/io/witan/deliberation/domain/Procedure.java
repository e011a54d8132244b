package io.witan.deliberation.domain;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * The order of turns, derived from the charter and what was said so far; it keeps nothing.
 *
 * <p>A failed proposal drops its author. In a council the authors that are left form a ring: each
 * criticises the proposal of another, {@link Recusal} says whose. An author whose proposal was
 * criticised revises it; when the revision fails, the proposal stays as it was. Drafts that agree
 * need no criticism. In a vote each author gives marks to the drafts of others, but for a yes or a
 * no, where the drafts themselves are the votes. A lone author is not asked to judge itself.
 */
final class Procedure {
  private final Charter charter;
  private final Terms terms;
  private final Recusal recusal;
  private final Map<Integer, Turn> turns;

  Procedure(Charter charter, List<Turn> turns) {
    this.charter = charter;
    this.terms = charter.terms();
    this.recusal = new Recusal(charter.agents());
    this.turns =
        turns.stream()
            .collect(Collectors.toMap(turn -> turn.slot().sequence(), Function.identity()));
  }

  /** The places of one phase; every phase needs all turns of those before. */
  private record Phase(List<TurnSlot> slots) {}

  /** All places that are known so far, taken or not, in their order. */
  List<TurnSlot> slots() {
    List<TurnSlot> slots = new ArrayList<>();
    int number = 0;
    Optional<Phase> phase = Optional.of(proposals());
    while (phase.isPresent()) {
      slots.addAll(phase.get().slots());
      number++;
      phase = allTaken(phase.get()) ? phase(number) : Optional.empty();
    }
    return slots;
  }

  /** The places of the current phase that are not taken; empty when nothing is left to do. */
  List<TurnSlot> open() {
    return slots().stream().filter(slot -> !turns.containsKey(slot.sequence())).toList();
  }

  private boolean allTaken(Phase phase) {
    return phase.slots().stream().allMatch(slot -> turns.containsKey(slot.sequence()));
  }

  /** The phase of that number when all before are over; absent when there is none. */
  private Optional<Phase> phase(int number) {
    if (authors().size() < 2 || isDecidedByDrafts()) {
      return Optional.empty();
    }
    if (terms.mode() == Mode.VOTE) {
      return number == 1 ? Optional.of(ballots(number)) : Optional.empty();
    }
    if (number <= 2 * terms.rounds()) {
      return Optional.of(number % 2 == 1 ? critiques(number) : revisions(number));
    }
    return terms.judged() && number == 2 * terms.rounds() + 1
        ? Optional.of(ballots(number))
        : Optional.empty();
  }

  private boolean isDecidedByDrafts() {
    return terms.mode() == Mode.VOTE
        ? charter.purpose().isDecision()
        : !isBeyondDrafts()
            && terms.consensus().filter(share -> Agreement.ofAll(drafts()) >= share).isPresent();
  }

  /** Then the drafts did not agree, which need not be found out for every turn again. */
  private boolean isBeyondDrafts() {
    return turns.keySet().stream().anyMatch(sequence -> sequence > charter.agents().size());
  }

  private Phase proposals() {
    return new Phase(charter.agents().stream().map(agent -> propose(agent.id())).toList());
  }

  private TurnSlot propose(AgentId agent) {
    return new TurnSlot(sequence(0, agent), TurnKind.PROPOSE, agent, Optional.empty());
  }

  private Phase critiques(int phase) {
    List<AgentId> authors = authors();
    int turn = recusal.turnOfRing(authors, (phase - 1) / 2);
    List<TurnSlot> slots = new ArrayList<>();
    for (int place = 0; place < authors.size(); place++) {
      AgentId critic = authors.get(place);
      AgentId author = authors.get((place + turn) % authors.size());
      slots.add(
          new TurnSlot(sequence(phase, critic), TurnKind.CRITIQUE, critic, Optional.of(author)));
    }
    return new Phase(slots);
  }

  /** Only who was criticised in the phase before revises. */
  private Phase revisions(int phase) {
    return new Phase(
        authors().stream()
            .filter(author -> critiqueIn(phase - 1, author).isPresent())
            .map(author -> slot(phase, TurnKind.REVISE, author))
            .toList());
  }

  private Phase ballots(int phase) {
    return new Phase(
        authors().stream()
            .filter(judge -> !candidates(judge).isEmpty())
            .map(judge -> slot(phase, TurnKind.BALLOT, judge))
            .toList());
  }

  private TurnSlot slot(int phase, TurnKind kind, AgentId agent) {
    return new TurnSlot(sequence(phase, agent), kind, agent, Optional.empty());
  }

  private int sequence(int phase, AgentId agent) {
    return phase * charter.agents().size() + charter.seat(agent) + 1;
  }

  private int phaseOf(TurnSlot slot) {
    return (slot.sequence() - 1) / charter.agents().size();
  }

  private List<AgentId> authors() {
    return charter.agents().stream().map(Agent::id).filter(id -> draft(id).isPresent()).toList();
  }

  private List<Turn.Said> drafts() {
    return authors().stream().map(id -> draft(id).flatMap(Turn::said).orElseThrow()).toList();
  }

  /**
   * Whose proposals a judge is shown, in the order of their labels: that of the seats behind its
   * own, and every other judge sees it the other way round, so that no place is favoured.
   */
  List<AgentId> candidates(AgentId judge) {
    List<AgentId> judged = recusal.judgedBy(judge, authors());
    List<AgentId> order = new ArrayList<>();
    judged.stream().filter(one -> charter.seat(one) > charter.seat(judge)).forEach(order::add);
    judged.stream().filter(one -> charter.seat(one) < charter.seat(judge)).forEach(order::add);
    if (charter.seat(judge) % 2 == 1) {
      Collections.reverse(order);
    }
    return order;
  }

  /** The turn in which the agent proposed, if it did. */
  Optional<Turn> draft(AgentId author) {
    return Optional.ofNullable(turns.get(sequence(0, author)))
        .filter(turn -> turn.proposal().isPresent());
  }

  /** The turn in which the author wrote the proposal last, before a place. */
  Optional<Turn> latest(AgentId author, TurnSlot before) {
    return latest(author, before.sequence());
  }

  private Optional<Turn> latest(AgentId author, int before) {
    return turns.values().stream()
        .filter(turn -> turn.slot().agent().equals(author))
        .filter(turn -> turn.slot().sequence() < before && turn.proposal().isPresent())
        .reduce((one, other) -> one.slot().sequence() > other.slot().sequence() ? one : other);
  }

  /** What an author is to revise with at a place: what was said in the phase before. */
  Optional<Critique> critiqueFor(TurnSlot revision) {
    return critiqueIn(phaseOf(revision) - 1, revision.agent());
  }

  private Optional<Critique> critiqueIn(int phase, AgentId author) {
    return criticismIn(phase, author).flatMap(Turn::critique);
  }

  private Optional<Turn> criticismIn(int phase, AgentId author) {
    return turns.values().stream()
        .filter(turn -> phaseOf(turn.slot()) == phase)
        .filter(turn -> turn.slot().about().equals(Optional.of(author)))
        .filter(turn -> turn.critique().isPresent())
        .findFirst();
  }

  /** The turn in which the author's proposal was criticised last, if it was. */
  private Optional<Turn> lastCriticism(AgentId author) {
    for (int phase = 2 * terms.rounds() - 1; phase > 0; phase -= 2) {
      Optional<Turn> said = criticismIn(phase, author);
      if (said.isPresent()) {
        return said;
      }
    }
    return Optional.empty();
  }

  /** The proposals by their score, highest first; equal ones in the order of seats. */
  List<Ranked> ranking() {
    return Ranking.of(authors().stream().map(this::entry).toList());
  }

  private Ranking.Entry entry(AgentId author) {
    Turn last = latest(author, Integer.MAX_VALUE).orElseThrow();
    return new Ranking.Entry(author, last, peer(author));
  }

  /** What the others think of it; absent when nobody was asked or answered. */
  private Optional<Double> peer(AgentId author) {
    List<Judgement> said = judgements(author);
    return said.isEmpty()
        ? agreement(author)
        : Optional.of(PeerScore.together(said.stream().map(this::peerScore).toList()));
  }

  private PeerScore peerScore(Judgement said) {
    return new PeerScore(said.score(), terms.calibration(said.judge()));
  }

  /** The scores that count for a proposal: those of ballots, else that of its last critique. */
  List<Judgement> judgements(AgentId author) {
    List<Judgement> marks = marks(author);
    return marks.isEmpty()
        ? lastCriticism(author).stream()
            .map(
                turn ->
                    new Judgement(
                        turn.slot().agent(), turn.critique().map(Critique::score).orElseThrow()))
            .toList()
        : marks;
  }

  private List<Judgement> marks(AgentId author) {
    return turns.values().stream()
        .flatMap(
            turn ->
                turn
                    .ballot()
                    .flatMap(ballot -> mark(turn, ballot, author))
                    .map(score -> new Judgement(turn.slot().agent(), score))
                    .stream())
        .toList();
  }

  private Optional<Double> mark(Turn turn, Ballot ballot, AgentId author) {
    int place = candidates(turn.slot().agent()).indexOf(author);
    return ballot.marks().stream()
        .filter(mark -> place >= 0 && mark.label().equals(Ballot.label(place)))
        .map(Ballot.Mark::score)
        .findFirst();
  }

  /** Where drafts are the votes, those that agree speak for a draft. */
  private Optional<Double> agreement(AgentId author) {
    if (authors().size() < 2 || !isDecidedByDrafts()) {
      return Optional.empty();
    }
    Turn.Said own = draft(author).flatMap(Turn::said).orElseThrow();
    List<Turn.Said> others =
        authors().stream()
            .filter(other -> !other.equals(author))
            .map(other -> draft(other).flatMap(Turn::said).orElseThrow())
            .toList();
    return Optional.of(Agreement.with(own, others));
  }
}
