package io.witan.deliberation.domain;

import io.witan.deliberation.domain.CouncilEvent.AgentRegistered;
import io.witan.deliberation.domain.CouncilEvent.AgentUnregistered;
import io.witan.deliberation.domain.CouncilEvent.CouncilCreated;
import io.witan.deliberation.domain.CouncilEvent.CouncilDeleted;
import io.witan.shared.ActorId;
import io.witan.shared.Change;
import io.witan.shared.InvalidValue;
import io.witan.shared.Outcome;
import io.witan.shared.Refusal;
import io.witan.shared.Role;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;

/**
 * The agents that deliberate in a role when nobody else is named.
 *
 * <p>A council that is deleted has no members; it may be created again under the same name, and its
 * audit chain goes on. A deliberation that is under way keeps the agents that it began with.
 *
 * @param members in the order of their seats, 1 to {@value Charter#MOST_AGENTS}; none once deleted
 * @param deleted whether it is no more
 */
public record Council(
    CouncilId id,
    Role role,
    List<Member> members,
    boolean deleted,
    Instant createdAt,
    Instant updatedAt,
    long version) {

  public Council {
    members = List.copyOf(members);
    Set<AgentId> ids = new HashSet<>();
    members.forEach(member -> mustBeNew(ids, member.id()));
  }

  private static void mustBeNew(Set<AgentId> ids, AgentId id) {
    if (!ids.add(id)) {
      throw new InvalidValue("agent_id", id.value(), "each agent once");
    }
  }

  /**
   * A council of so many alike, {@code agent-<role>-001} and on; in place of one that was deleted,
   * if there was one.
   *
   * @param before the council of that name, if there ever was one
   */
  public static Outcome<Change<Council, CouncilEvent>> create(
      Optional<Council> before, Role role, int size, String model, ActorId by, Instant at) {
    if (before.filter(council -> !council.deleted).isPresent()) {
      return Outcome.refused(
          Refusal.of(
              Refusal.Code.ALREADY_EXISTS,
              "there is a council of the role %s already".formatted(role.wire())));
    }
    if (size < 1 || size > Charter.MOST_AGENTS) {
      throw new InvalidValue(
          "num_agents", String.valueOf(size), "1 to %d".formatted(Charter.MOST_AGENTS));
    }
    Council council =
        new Council(
            CouncilId.of(role),
            role,
            seats(role, size, model),
            false,
            before.map(Council::createdAt).orElse(at),
            at,
            before.map(Council::version).orElse(0L) + 1);
    return Outcome.done(
        new Change<>(council, new CouncilCreated(council.id, role, council.members, by, at)));
  }

  private static List<Member> seats(Role role, int size, String model) {
    return IntStream.rangeClosed(1, size)
        .mapToObj(number -> new Member(Agent.seat(role, number), model, Manner.usual()))
        .toList();
  }

  /**
   * One more, on the last seat.
   *
   * @throws InvalidValue when its name is that of a further seat of an agent
   */
  public Outcome<Change<Council, CouncilEvent>> register(Member member, ActorId by, Instant at) {
    if (!member.id().equals(member.id().agent())) {
      throw new InvalidValue(
          "agent_id", member.id().value(), "no ':', which names further seats of one agent");
    }
    if (find(member.id()).isPresent()) {
      return Outcome.refused(
          Refusal.of(
              Refusal.Code.ALREADY_EXISTS,
              "agent %s sits in %s already".formatted(member.id(), id)));
    }
    if (members.size() == Charter.MOST_AGENTS) {
      return Outcome.refused(
          Refusal.of(
              Refusal.Code.LIMIT_EXCEEDED,
              "%s has %d agents, the most that may deliberate".formatted(id, members.size())));
    }
    List<Member> all = new ArrayList<>(members);
    all.add(member);
    return Outcome.done(new Change<>(with(all, at), new AgentRegistered(id, role, member, by, at)));
  }

  /** One less; the last one stays, as nobody would be left to deliberate. */
  public Outcome<Change<Council, CouncilEvent>> unregister(AgentId agent, ActorId by, Instant at) {
    if (find(agent).isEmpty()) {
      return Refusal.notFound("agent", agent.value()).asOutcome();
    }
    if (members.size() == 1) {
      return Outcome.refused(
          Refusal.of(
              Refusal.Code.GUARD_FAILED,
              "%s is the last agent of %s: delete the council instead".formatted(agent, id)));
    }
    List<Member> left = members.stream().filter(member -> !member.id().equals(agent)).toList();
    return Outcome.done(
        new Change<>(with(left, at), new AgentUnregistered(id, role, agent, by, at)));
  }

  /** Ends it. */
  public Change<Council, CouncilEvent> delete(ActorId by, Instant at) {
    return new Change<>(
        new Council(id, role, List.of(), true, createdAt, at, version + 1),
        new CouncilDeleted(id, role, members.size(), by, at));
  }

  private Council with(List<Member> other, Instant at) {
    return new Council(id, role, other, false, createdAt, at, version + 1);
  }

  private Optional<Member> find(AgentId agent) {
    return members.stream().filter(member -> member.id().equals(agent)).findFirst();
  }

  /**
   * Who takes the seats of a deliberation.
   *
   * @param usual the model of those that name none
   */
  public List<Agent> agents(String usual) {
    return members.stream()
        .map(
            member ->
                new Agent(
                    member.id(),
                    role,
                    member.model().isEmpty() ? usual : member.model(),
                    member.manner()))
        .toList();
  }
}
