package io.witan.deliberation.adapter;

import io.witan.contract.AgentWork;
import io.witan.deliberation.domain.Deliberation;
import io.witan.deliberation.domain.Mandate;
import io.witan.deliberation.domain.Ranked;
import io.witan.deliberation.domain.Turn;
import io.witan.deliberation.domain.VerdictProposal;
import io.witan.ledger.domain.WireEvent;
import io.witan.shared.Role;
import io.witan.shared.Sha256;
import io.witan.shared.Times;
import io.witan.workflow.domain.GateCouncil;
import io.witan.workflow.domain.TaskAction;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * What a council says at a gate when it has decided: the one message by which agents from outside
 * speak there, too. It is sent with the end of the deliberation, or not at all.
 *
 * <p>Work is committed as what it is: the winning proposal, named by its digest, as the turn in the
 * audit trail has it. Witan has no working copy; who applies it to one can check it.
 */
final class GateWord {
  private GateWord() {}

  static Optional<WireEvent> of(Deliberation ended, Ranked winner) {
    return ended.charter().mandate().map(mandate -> of(ended, mandate, winner));
  }

  private static WireEvent of(Deliberation ended, Mandate mandate, Ranked winner) {
    Map<String, Object> payload = new LinkedHashMap<>();
    payload.put("task_id", ended.charter().subject().id());
    payload.put("action", action(mandate.gate(), winner).wire());
    payload.put("actor_role", mandate.gate().wire());
    payload.put("timestamp", Times.text(ended.ending().orElseThrow().at()));
    payload.put("feedback", winner.proposal() instanceof VerdictProposal it ? it.feedback() : "");
    payload.put("agent_id", GateCouncil.of(mandate.gate()).value());
    payload.put("fencing_token", mandate.fencingToken());
    payload.put("artifacts", artifacts(ended, mandate.gate(), winner));
    payload.put("deliberation_id", ended.id().value());
    return AgentWork.COMPLETED.event(payload);
  }

  private static TaskAction action(Role gate, Ranked winner) {
    boolean approved = winner.proposal() instanceof VerdictProposal verdict && verdict.approved();
    return switch (gate) {
      case ARCHITECT -> approved ? TaskAction.APPROVE_DESIGN : TaskAction.REJECT_DESIGN;
      case QA -> approved ? TaskAction.APPROVE_TESTS : TaskAction.REJECT_TESTS;
      default -> TaskAction.COMMIT_CODE;
    };
  }

  private static Map<String, Object> artifacts(Deliberation ended, Role gate, Ranked winner) {
    Map<String, Object> artifacts = new LinkedHashMap<>();
    artifacts.put("model", model(ended, winner));
    if (gate == Role.DEVELOPER) {
      artifacts.put("commit_sha", Sha256.hex(winner.text()));
      artifacts.put("commit_kind", "proposal_digest");
      artifacts.put("author", winner.agent().value());
      artifacts.put("deliberation_id", ended.id().value());
    } else {
      String judge = gate.wire() + "_judgement";
      artifacts.put(judge, ended.id().value());
    }
    return artifacts;
  }

  private static String model(Deliberation ended, Ranked winner) {
    return ended.turns().stream()
        .filter(turn -> turn.slot().sequence() == winner.turn())
        .map(Turn::cost)
        .map(cost -> cost.model())
        .findFirst()
        .orElseGet(() -> ended.charter().agent(winner.agent()).model());
  }
}
