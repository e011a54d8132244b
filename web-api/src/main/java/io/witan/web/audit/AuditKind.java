package io.witan.web.audit;

import io.witan.ledger.domain.AggregateRef;
import io.witan.shared.WireNames;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/** The kinds of things that have an audit chain, and their names in the ledger. */
enum AuditKind {
  PROJECT("Project"),
  EPIC("Epic"),
  STORY("Story"),
  PLAN("Plan"),
  DECISION("Decision"),
  DERIVATION("TaskDerivation"),
  JUDGEMENT("ReadinessJudgement"),
  TASK("Task"),
  WORKFLOW("TaskWorkflow"),
  CEREMONY("BacklogReviewCeremony"),
  DELIBERATION("Deliberation"),
  COUNCIL("Council"),
  OUTSIDE_TURN("OutsideTurn"),
  BULLETIN("Bulletin"),
  COLLECTED_TASK("CollectedTask"),
  USER("User"),
  /** What was refused to an actor, and what it did that changes none of the others. */
  ACTOR("ActorLog"),
  /** The batches of signed heads, as the graph keeps them. */
  EXPORT("AuditExport");

  private final String inLedger;

  AuditKind(String inLedger) {
    this.inLedger = inLedger;
  }

  String inLedger() {
    return inLedger;
  }

  /** The names of all kinds in the ledger. */
  static List<String> all() {
    return Arrays.stream(values()).map(AuditKind::inLedger).toList();
  }

  String wire() {
    return name().toLowerCase(Locale.ROOT);
  }

  AggregateRef of(String id) {
    return new AggregateRef(inLedger, id);
  }

  /** The name of a chain's kind on the wire; as in the ledger, if it has none. */
  static String nameOf(AggregateRef chain) {
    return Arrays.stream(values())
        .filter(kind -> kind.inLedger.equals(chain.kind()))
        .map(AuditKind::wire)
        .findFirst()
        .orElse(chain.kind());
  }

  static AuditKind parse(String value) {
    return WireNames.parse(values(), AuditKind::wire, "kind", value);
  }
}
