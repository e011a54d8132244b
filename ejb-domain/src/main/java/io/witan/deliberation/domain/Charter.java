package io.witan.deliberation.domain;

import io.witan.shared.ActorId;
import io.witan.shared.InvalidValue;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/**
 * What a deliberation was started with; it never changes.
 *
 * @param pack what else the agents may know, frozen at the start, so that a resumed deliberation
 *     asks the same
 * @param runner the name of the turn runner, for example {@code rehearsal}
 * @param agents 1 to {@value #MOST_AGENTS}, each id once
 * @param origin what it was forked from; absent when it was not
 * @param mandate which gate asked for it; absent when none did
 * @param traceId joins what the deliberation does with the request that started it
 * @param isApart whether others about the same may be open beside it
 */
public record Charter(
    Subject subject,
    Purpose purpose,
    Assignment assignment,
    String pack,
    String runner,
    List<Agent> agents,
    ActorId requestedBy,
    Instant createdAt,
    String traceId,
    Optional<Mandate> mandate,
    Terms terms,
    Optional<Origin> origin,
    boolean isApart) {

  /** The most agents of one deliberation. */
  public static final int MOST_AGENTS = 16;

  public Charter {
    Objects.requireNonNull(subject, "subject");
    Objects.requireNonNull(purpose, "purpose");
    Objects.requireNonNull(assignment, "assignment");
    Objects.requireNonNull(pack, "pack");
    Objects.requireNonNull(runner, "runner");
    Objects.requireNonNull(requestedBy, "requestedBy");
    Objects.requireNonNull(createdAt, "createdAt");
    Objects.requireNonNull(traceId, "traceId");
    Objects.requireNonNull(mandate, "mandate");
    Objects.requireNonNull(terms, "terms");
    Objects.requireNonNull(origin, "origin");
    agents = List.copyOf(agents);
    if (agents.isEmpty() || agents.size() > MOST_AGENTS) {
      throw new InvalidValue("agents", agents.size() + " agents", "1 to " + MOST_AGENTS);
    }
    Set<AgentId> ids = new HashSet<>();
    agents.forEach(agent -> mustBeNew(ids, agent.id()));
  }

  /** Of the one that may be open about its subject. */
  public Charter(
      Subject subject,
      Purpose purpose,
      Assignment assignment,
      String pack,
      String runner,
      List<Agent> agents,
      ActorId requestedBy,
      Instant createdAt,
      String traceId,
      Optional<Mandate> mandate,
      Terms terms,
      Optional<Origin> origin) {
    this(
        subject,
        purpose,
        assignment,
        pack,
        runner,
        agents,
        requestedBy,
        createdAt,
        traceId,
        mandate,
        terms,
        origin,
        false);
  }

  private static void mustBeNew(Set<AgentId> ids, AgentId id) {
    if (!ids.add(id)) {
      throw new InvalidValue("agents", id.value(), "each agent once");
    }
  }

  /** With other terms. */
  public Charter under(Terms other) {
    return with(pack, other, isApart);
  }

  /** With another text of what else the agents may know. */
  public Charter knowing(String other) {
    return with(other, terms, isApart);
  }

  /** Beside others about the same. */
  public Charter apart() {
    return with(pack, terms, true);
  }

  private Charter with(String otherPack, Terms otherTerms, boolean beside) {
    return new Charter(
        subject,
        purpose,
        assignment,
        otherPack,
        runner,
        agents,
        requestedBy,
        createdAt,
        traceId,
        mandate,
        otherTerms,
        origin,
        beside);
  }

  /**
   * That of a fork: about the same, with as much time, for nobody's gate.
   *
   * @param others who takes the seats, as many as here
   */
  public Charter forked(
      Origin from, List<Agent> others, String newRunner, ActorId by, Instant at, String newTrace) {
    return new Charter(
        subject,
        purpose,
        assignment,
        pack,
        newRunner,
        others,
        by,
        at,
        newTrace,
        Optional.empty(),
        terms.later(Duration.between(createdAt, at)),
        Optional.of(from));
  }

  /** The agent's seat, from 0. */
  public int seat(AgentId id) {
    for (int seat = 0; seat < agents.size(); seat++) {
      if (agents.get(seat).id().equals(id)) {
        return seat;
      }
    }
    throw new IllegalArgumentException(id + " has no seat here");
  }

  public Agent agent(AgentId id) {
    return agents.get(seat(id));
  }
}
