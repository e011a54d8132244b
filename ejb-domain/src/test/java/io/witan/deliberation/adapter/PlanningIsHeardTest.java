package io.witan.deliberation.adapter;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.witan.deliberation.application.DispatchPlan;
import io.witan.deliberation.application.TellReport;
import io.witan.deliberation.domain.Deliberation;
import io.witan.deliberation.domain.Report;
import io.witan.deliberation.domain.Report.PhaseChanged;
import io.witan.deliberation.domain.Report.PlanApproved;
import io.witan.messaging.EventRefusedException;
import io.witan.messaging.OnceInEffect;
import io.witan.testing.Deliveries;
import io.witan.testing.Golden;
import io.witan.testing.Memory;
import io.witan.testing.Moments;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PlanningIsHeardTest {
  private static final PhaseChanged CHANGED =
      new PhaseChanged("S-1", "DESIGN", "BUILD", Moments.MORNING);
  private static final PlanApproved APPROVED =
      new PlanApproved("S-1", "PL-7", "paula", List.of("developer", "qa"), Moments.MORNING);

  private final Memory memory = new Memory();
  private final CouncilRoom room = new CouncilRoom(memory.deliberations);

  private PlanningIsHeard heard(boolean dispatches) {
    return new PlanningIsHeard(
        new OnceInEffect(memory.transactions, memory.inbox),
        new TellReport(memory.transactions, memory.bulletins, Moments.CLOCK),
        new DispatchPlan(
            memory.transactions, subject -> Optional.empty(), CouncilRoom.COUNCILS, room.start()),
        dispatches);
  }

  private void transitioned(String event, String from, String to) {
    heard(false)
        .transitioned(
            """
            {"story_id": "S-1", "from_phase": "%s", "to_phase": "%s",
             "timestamp": "2026-03-02T08:00:00.250Z"}"""
                .formatted(from, to),
            Deliveries.of(event, "planning.story.transitioned"));
  }

  private void approved(boolean dispatches, String event) {
    heard(dispatches)
        .approved(
            """
            {"story_id": "S-1", "plan_id": "PL-7", "approved_by": "paula",
             "roles": ["developer", "qa"], "timestamp": "2026-03-02T08:00:00.250Z"}""",
            Deliveries.of(event, "planning.plan.approved"));
  }

  private static void mustMatch(String file, Report report) {
    Golden.mustMatch("/io/witan/deliberation/wire/" + file, ReportWire.tell(report).messages());
  }

  @Test
  void another_phase_is_told_on_once() {
    transitioned("e-1", "DESIGN", "BUILD");
    transitioned("e-1", "DESIGN", "BUILD");

    assertThat(memory.transactions.events()).containsExactly(CHANGED);
    mustMatch("phase-changed.json", CHANGED);
  }

  @Test
  void a_step_within_a_phase_is_not() {
    transitioned("e-1", "DESIGN", "DESIGN");

    assertThat(memory.transactions.events()).isEmpty();
  }

  @Test
  void an_approval_is_told_on_and_asks_nobody_unless_that_is_wanted() {
    approved(false, "e-1");

    assertThat(memory.transactions.events()).containsExactly(APPROVED);
    assertThat(memory.deliberations.open()).isEmpty();
    mustMatch("plan-approved.json", APPROVED);
  }

  @Test
  void where_it_is_wanted_the_council_of_each_role_is_asked_once() {
    approved(true, "e-1");
    approved(true, "e-1");

    assertThat(memory.deliberations.open())
        .extracting(Deliberation::charter)
        .extracting(charter -> charter.subject().id())
        .containsExactlyInAnyOrder("PL-7:role-DEVELOPER", "PL-7:role-QA");
  }

  @ParameterizedTest
  @ValueSource(strings = {"story_id", "plan_id", "approved_by", "timestamp"})
  void what_is_missing_is_named(String field) {
    String payload =
        """
        {"story_id": "S-1", "plan_id": "PL-7", "approved_by": "paula",
         "timestamp": "2026-03-02T08:00:00Z"}"""
            .replace("\"" + field + "\"", "\"other\"");

    assertThatThrownBy(
            () -> heard(true).approved(payload, Deliveries.of("e-1", "planning.plan.approved")))
        .isInstanceOf(EventRefusedException.class)
        .hasMessageContaining(field);
  }
}
