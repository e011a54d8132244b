package io.witan.deliberation.application;

import static io.witan.testing.Outcomes.refusal;
import static io.witan.testing.Outcomes.value;
import static org.assertj.core.api.Assertions.assertThat;

import io.witan.deliberation.adapter.FirstCouncils;
import io.witan.deliberation.domain.AgentId;
import io.witan.deliberation.domain.Council;
import io.witan.deliberation.domain.CouncilEvent.CouncilCreated;
import io.witan.deliberation.domain.Manner;
import io.witan.deliberation.domain.Member;
import io.witan.deliberation.port.CouncilPolicy;
import io.witan.shared.Actor;
import io.witan.shared.ActorId;
import io.witan.shared.Command;
import io.witan.shared.Outcome;
import io.witan.shared.Refusal;
import io.witan.shared.Role;
import io.witan.testing.Memory;
import io.witan.testing.Moments;
import java.util.OptionalInt;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class CouncilsTest {
  private static final Command ADA = by("ada", Role.ADMIN);
  private static final Command OPAL = by("opal", Role.DEVOPS);
  private static final Member CUSTOM =
      new Member(new AgentId("agent-qa-custom"), "some-model", Manner.usual());

  private final Memory kept = new Memory();
  private final CreateCouncil creation =
      new CreateCouncil(kept.transactions, kept.councils, new CouncilPolicy(3), Moments.CLOCK);
  private final CouncilDesk desk = new CouncilDesk(kept.transactions, kept.councils, Moments.CLOCK);
  private final DeleteCouncil deletion = new DeleteCouncil(desk);
  private final RegisterAgent registration = new RegisterAgent(desk, Outcome::done);
  private final UnregisterAgent removal = new UnregisterAgent(desk);
  private final GetCouncil one = new GetCouncil(kept.councils);
  private final ListCouncils all = new ListCouncils(kept.councils, kept.deliberations);
  private final FirstCouncils first = new FirstCouncils(kept.transactions, kept.councils, creation);

  private static Command by(String name, Role role) {
    return Command.by(new Actor(new ActorId(name), Set.of(role)));
  }

  @Test
  void at_first_there_are_five_of_three_agents() {
    first.prepare();

    assertThat(all.list())
        .extracting(council -> council.id().value())
        .containsExactly(
            "council-architect", "council-data", "council-dev", "council-devops", "council-qa");
    assertThat(all.list()).allMatch(council -> council.members().size() == 3);
  }

  @Test
  void what_was_deleted_does_not_come_back_by_itself() {
    first.prepare();
    Stream.of(Role.values())
        .filter(role -> one.get(role).isDone())
        .forEach(role -> value(deletion.delete(ADA, role)));

    first.prepare();

    assertThat(all.list()).isEmpty();
  }

  @Test
  void the_first_ones_come_all_or_none() {
    value(creation.create(ADA, Role.QA, OptionalInt.of(1), ""));
    Council before = value(one.get(Role.QA));

    first.prepare();

    assertThat(all.list()).containsExactly(before);
  }

  @Test
  void one_has_as_many_agents_as_the_policy_says_unless_a_number_is_asked_for() {
    assertThat(value(creation.create(ADA, Role.QA, OptionalInt.empty(), "")).members()).hasSize(3);
    assertThat(value(creation.create(ADA, Role.DATA, OptionalInt.of(5), "")).members()).hasSize(5);
  }

  @Test
  void one_is_created_changed_and_deleted() {
    value(creation.create(OPAL, Role.QA, OptionalInt.of(2), "some-model"));

    assertThat(value(registration.register(OPAL, Role.QA, CUSTOM)).members()).hasSize(3);
    assertThat(value(removal.unregister(OPAL, Role.QA, CUSTOM.id())).members()).hasSize(2);
    assertThat(value(deletion.delete(OPAL, Role.QA)).members()).hasSize(2);
    assertThat(refusal(one.get(Role.QA)).code()).isEqualTo(Refusal.Code.NOT_FOUND);
    assertThat(kept.transactions.events()).hasSize(4).first().isInstanceOf(CouncilCreated.class);
  }

  @Test
  void a_role_without_one_has_nothing_to_change() {
    assertThat(refusal(deletion.delete(ADA, Role.QA)).message())
        .isEqualTo("there is no council council-qa");
    assertThat(refusal(registration.register(ADA, Role.QA, CUSTOM)).code())
        .isEqualTo(Refusal.Code.NOT_FOUND);
    assertThat(refusal(removal.unregister(ADA, Role.QA, CUSTOM.id())).code())
        .isEqualTo(Refusal.Code.NOT_FOUND);
  }

  @Test
  void who_saw_another_version_changes_nothing() {
    value(creation.create(ADA, Role.QA, OptionalInt.of(2), ""));

    Outcome<Council> late = registration.register(ADA.expecting(7), Role.QA, CUSTOM);

    assertThat(refusal(late).code()).isEqualTo(Refusal.Code.STALE_VERSION);
    assertThat(value(one.get(Role.QA)).members()).hasSize(2);
  }

  @ParameterizedTest
  @EnumSource(
      value = Role.class,
      mode = EnumSource.Mode.EXCLUDE,
      names = {"DEVOPS", "ADMIN", "SYSTEM"})
  void only_devops_and_administrators_may_change_them(Role role) {
    value(creation.create(ADA, Role.DATA, OptionalInt.of(2), ""));
    Command other = by("otto", role);

    assertThat(
            Stream.of(
                creation.create(other, Role.QA, OptionalInt.of(1), ""),
                deletion.delete(other, Role.DATA),
                registration.register(other, Role.DATA, CUSTOM),
                removal.unregister(other, Role.DATA, new AgentId("agent-data-001"))))
        .allMatch(outcome -> refusal(outcome).code() == Refusal.Code.FORBIDDEN);
  }
}
