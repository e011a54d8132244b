package io.witan.deliberation.domain;

import io.witan.shared.ActorId;
import io.witan.shared.Role;
import java.time.Instant;
import java.util.List;

/** What has happened to a council. */
public sealed interface CouncilEvent {

  CouncilId council();

  record CouncilCreated(CouncilId council, Role role, List<Member> members, ActorId by, Instant at)
      implements CouncilEvent {
    public CouncilCreated {
      members = List.copyOf(members);
    }
  }

  record AgentRegistered(CouncilId council, Role role, Member member, ActorId by, Instant at)
      implements CouncilEvent {}

  record AgentUnregistered(CouncilId council, Role role, AgentId agent, ActorId by, Instant at)
      implements CouncilEvent {}

  /**
   * It is no more.
   *
   * @param agents how many sat in it
   */
  record CouncilDeleted(CouncilId council, Role role, int agents, ActorId by, Instant at)
      implements CouncilEvent {}
}
