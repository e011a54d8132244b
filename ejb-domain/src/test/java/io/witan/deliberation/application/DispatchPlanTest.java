package io.witan.deliberation.application;

import static io.witan.testing.Outcomes.refusal;
import static io.witan.testing.Outcomes.value;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import io.witan.context.port.ContextPack;
import io.witan.deliberation.application.DispatchPlan.ApprovedPlan;
import io.witan.deliberation.domain.Agent;
import io.witan.deliberation.domain.Assignment;
import io.witan.deliberation.domain.Charter;
import io.witan.deliberation.domain.Deliberation;
import io.witan.deliberation.domain.Dispatch;
import io.witan.deliberation.domain.Dispatch.ToRole;
import io.witan.deliberation.domain.Purpose;
import io.witan.deliberation.domain.Subject;
import io.witan.deliberation.port.Assignments;
import io.witan.deliberation.port.Councils;
import io.witan.deliberation.port.DeliberationPolicy;
import io.witan.deliberation.port.TermsPolicy;
import io.witan.deliberation.port.TrackRecord;
import io.witan.shared.Command;
import io.witan.shared.InvalidValue;
import io.witan.shared.Outcome;
import io.witan.shared.Refusal;
import io.witan.shared.Role;
import io.witan.testing.MemoryDeliberations;
import io.witan.testing.Moments;
import io.witan.testing.NumberedIds;
import io.witan.testing.People;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class DispatchPlanTest {
  private static final Command PAULA = Command.by(People.PAULA);
  private static final Councils COUNCILS =
      role ->
          role == Role.DATA
              ? Outcome.refused(Refusal.of(Refusal.Code.GUARD_FAILED, "no council of data"))
              : Outcome.done(Agent.council(role, 2, "model-x"));
  private static final Assignments STORIES =
      subject ->
          Optional.of(subject)
              .filter(Subject.story("S-1")::equals)
              .map(
                  known ->
                      new Assignment(
                          "Pay by card", "As a buyer", List.of("A receipt"), Optional.of("S-1")));

  private final MemoryDeliberations store = new MemoryDeliberations();
  private final DispatchPlan dispatch =
      new DispatchPlan(
          store.transactions,
          STORIES,
          COUNCILS,
          new StartDeliberation(
              store.transactions,
              store,
              new Charters(
                  STORIES,
                  query -> new ContextPack("", 0, List.of(), List.of()),
                  COUNCILS,
                  new ScriptedRunner(),
                  store,
                  new DeliberationPolicy(
                      Duration.ZERO, Duration.ZERO, Duration.ZERO, Duration.ZERO, Duration.ZERO, 9),
                  TermsPolicy.unlimited(),
                  TrackRecord.empty(),
                  Moments.CLOCK),
              new NumberedIds()));

  private static ApprovedPlan plan(String... roles) {
    return new ApprovedPlan("PL-7", "S-1", List.of(roles));
  }

  @Test
  void the_council_of_each_role_is_asked_about_plan_and_story() {
    Dispatch dispatched = value(dispatch.dispatch(PAULA, plan("DEV", "qa")));

    assertThat(dispatched.successful()).isEqualTo(2);
    assertThat(store.open())
        .extracting(Deliberation::charter)
        .allSatisfy(DispatchPlanTest::mustNamePlanAndStory)
        .extracting(charter -> charter.agents().get(0).role(), Charter::subject)
        .containsExactly(
            tuple(Role.DEVELOPER, Subject.task("PL-7:role-DEVELOPER")),
            tuple(Role.QA, Subject.task("PL-7:role-QA")));
  }

  private static void mustNamePlanAndStory(Charter charter) {
    assertThat(charter.purpose()).isEqualTo(Purpose.REVIEW);
    assertThat(charter.assignment().title()).isEqualTo("Plan PL-7 of story S-1");
    assertThat(charter.assignment().text())
        .contains("Plan PL-7 of story S-1 was approved", "Pay by card", "As a buyer");
    assertThat(charter.assignment().acceptanceCriteria())
        .containsExactly(
            "A receipt", "Quality is high", "Tests are there", "Documentation is complete");
  }

  @Test
  void a_role_that_fails_holds_up_none_of_the_others() {
    Dispatch dispatched = value(dispatch.dispatch(PAULA, plan("data", "juggler", "qa", "qa")));

    assertThat(dispatched.total()).isEqualTo(3);
    assertThat(dispatched.successful()).isEqualTo(1);
    assertThat(dispatched.failed()).isEqualTo(2);
    assertThat(dispatched.results())
        .extracting(ToRole::role)
        .containsExactly("data", "juggler", "qa");
    assertThat(dispatched.results().get(0).error()).contains("no council of data");
    assertThat(dispatched.results().get(1).error().orElseThrow()).contains("role", "juggler");
    assertThat(store.open()).hasSize(1);
  }

  @Test
  void a_plan_that_names_no_role_asks_nobody() {
    assertThat(value(dispatch.dispatch(PAULA, plan())).total()).isZero();
  }

  @Test
  void who_is_asked_already_is_not_asked_twice() {
    Dispatch first = value(dispatch.dispatch(PAULA, plan("qa")));
    Dispatch second = value(dispatch.dispatch(PAULA, plan("qa")));

    assertThat(second).isEqualTo(first);
    assertThat(store.open()).hasSize(1);
  }

  @Test
  void a_story_that_is_not_kept_here_is_named_alone() {
    value(dispatch.dispatch(PAULA, new ApprovedPlan("PL-8", "elsewhere", List.of("qa"))));

    assertThat(store.open().get(0).charter().assignment().text())
        .isEqualTo("Plan PL-8 of story elsewhere was approved. Say what it asks of the role qa.");
  }

  @Test
  void only_product_owners_may() {
    Outcome<Dispatch> outcome = dispatch.dispatch(Command.by(People.QUINN), plan("qa"));

    assertThat(refusal(outcome).code()).isEqualTo(Refusal.Code.FORBIDDEN);
    assertThat(store.open()).isEmpty();
  }

  @Test
  void a_plan_has_a_name() {
    assertThatThrownBy(() -> new ApprovedPlan("", "S-1", List.of()))
        .isInstanceOf(InvalidValue.class)
        .hasMessageContaining("plan_id");
  }
}
