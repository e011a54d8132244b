package io.witan.deliberation.adapter;

import static io.witan.contract.Field.field;

import io.witan.contract.EventContract;
import io.witan.contract.Shape;
import io.witan.deliberation.domain.Report;
import io.witan.deliberation.domain.Report.PhaseChanged;
import io.witan.deliberation.domain.Report.PlanApproved;
import io.witan.ledger.adapter.AggregateStore.Telling;
import io.witan.ledger.adapter.Fields;
import java.util.List;
import java.util.Map;

/** What is told on about stories. */
final class ReportWire {
  static final EventContract PHASE_CHANGED =
      EventContract.of(
          "orchestration.phase.changed",
          "A story is in another phase of its work.",
          field("story_id", Shape.id()),
          field("from_phase", Shape.text()),
          field("to_phase", Shape.text()),
          field("timestamp", Shape.time().meaning("When it happened, as planning says.")));

  static final EventContract PLAN_APPROVED =
      EventContract.of(
          "orchestration.plan.approved",
          "The orchestrator has heard that a plan was approved.",
          field("story_id", Shape.id()),
          field("plan_id", Shape.id()),
          field("approved_by", Shape.id()),
          field("roles", Shape.listOf(Shape.text()).meaning("Who is to do its tasks.")),
          field("timestamp", Shape.time().meaning("When it happened, as planning says.")));

  private ReportWire() {}

  static Telling tell(Report report) {
    if (report instanceof PhaseChanged changed) {
      return telling(
          "bulletin.phase_changed",
          PHASE_CHANGED,
          Fields.of(
              "story_id", changed.storyId(),
              "from_phase", changed.from(),
              "to_phase", changed.to(),
              "timestamp", changed.at()));
    }
    PlanApproved approved = (PlanApproved) report;
    return telling(
        "bulletin.plan_approved",
        PLAN_APPROVED,
        Fields.of(
            "story_id", approved.storyId(),
            "plan_id", approved.planId(),
            "approved_by", approved.approvedBy(),
            "roles", approved.roles(),
            "timestamp", approved.at()));
  }

  private static Telling telling(
      String action, EventContract contract, Map<String, Object> payload) {
    return new Telling(action, Map.of(), List.of(contract.event(payload)));
  }
}
