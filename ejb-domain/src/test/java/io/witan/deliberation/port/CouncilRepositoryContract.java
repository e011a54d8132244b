package io.witan.deliberation.port;

import static org.assertj.core.api.Assertions.assertThat;

import io.witan.deliberation.domain.AgentId;
import io.witan.deliberation.domain.Council;
import io.witan.deliberation.domain.CouncilEvent;
import io.witan.deliberation.domain.CouncilEvent.AgentRegistered;
import io.witan.deliberation.domain.CouncilEvent.CouncilCreated;
import io.witan.deliberation.domain.CouncilId;
import io.witan.deliberation.domain.Manner;
import io.witan.deliberation.domain.Member;
import io.witan.shared.ActorId;
import io.witan.shared.Change;
import io.witan.shared.Role;
import io.witan.testing.Moments;
import io.witan.testing.RepositoryContract;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** What every {@link CouncilRepository} promises. */
public abstract class CouncilRepositoryContract extends RepositoryContract<Council, CouncilEvent> {
  private static final ActorId ADA = new ActorId("ada");
  private static final Member COOL =
      new Member(new AgentId("agent-qa-001"), "some-model", Manner.at(0.2));
  private static final Member USUAL = new Member(new AgentId("agent-qa-002"), "", Manner.usual());

  protected abstract CouncilRepository councils();

  @Override
  protected Change<Council, CouncilEvent> something() {
    Council council =
        new Council(
            new CouncilId("council-" + UUID.randomUUID()),
            Role.QA,
            List.of(COOL),
            false,
            Moments.MORNING,
            Moments.MORNING,
            1);
    return new Change<>(
        council,
        new CouncilCreated(council.id(), Role.QA, council.members(), ADA, Moments.MORNING));
  }

  @Override
  protected Change<Council, CouncilEvent> changed(Council before, long version) {
    return new Change<>(
        new Council(
            before.id(),
            before.role(),
            List.of(COOL, USUAL),
            false,
            before.createdAt(),
            Moments.NOON,
            version),
        new AgentRegistered(before.id(), before.role(), USUAL, ADA, Moments.NOON));
  }

  @Override
  protected Optional<Council> find(Council thing) {
    return councils().find(thing.id());
  }

  @Override
  protected Optional<Council> lock(Council thing) {
    return councils().lock(thing.id());
  }

  @Override
  protected void save(Change<Council, CouncilEvent> change) {
    councils().save(change);
  }

  @Override
  protected long version(Council thing) {
    return thing.version();
  }

  @Test
  void all_are_listed_by_name_but_not_those_that_were_deleted() {
    Council first = saved(something());
    Council second = saved(something());
    Council gone = saved(something());
    within(
        () -> {
          save(lock(gone).orElseThrow().delete(ADA, Moments.NOON));
          return true;
        });

    assertThat(councils().all())
        .contains(first, second)
        .extracting(Council::id)
        .doesNotContain(gone.id())
        .extracting(CouncilId::value)
        .isSorted();
    assertThat(find(gone)).map(Council::deleted).contains(true);
    assertThat(councils().isEmpty()).isFalse();
  }
}
