package io.witan.context.adapter;

import io.witan.context.adapter.PackBuilder.Part;
import io.witan.neo4j.Row;
import java.util.List;
import java.util.stream.Collectors;

/** The words for each node that can be part of a pack. */
final class Parts {
  private Parts() {}

  static Part story(Row story) {
    return new Part(
        "story " + story.text("id"),
        "# Story: %s (%s)\n%s%s"
            .formatted(
                story.text("title"),
                story.text("state"),
                story.text("brief"),
                list("\nAcceptance criteria:", story.texts("acceptance_criteria"))));
  }

  static Part task(Row task, String what) {
    return new Part(
        "task " + task.text("id"),
        "# %s: %s\n%s".formatted(what, task.text("title"), task.text("description")));
  }

  /** Whether a plan is approved or still waits for a decision. */
  static boolean holds(Row plan) {
    return List.of("APPROVED", "PROPOSED").contains(plan.text("status"));
  }

  static Part plan(Row plan) {
    return new Part(
        "plan " + plan.text("id"),
        "# Plan (%s): %s\n%s\nTechnical notes: %s"
            .formatted(
                plan.text("status"),
                plan.text("title"),
                plan.text("description"),
                plan.optionalText("technical_notes").orElse("none")));
  }

  static boolean isDecided(Row plan) {
    return plan.optionalText("decided_by").isPresent();
  }

  static Part decision(Row plan) {
    return new Part(
        "decision on plan " + plan.text("id"),
        "# Decision of %s by %s: plan \"%s\" %s\n%s"
            .formatted(
                plan.optionalText("decided_at").orElse("an unknown time"),
                plan.text("decided_by"),
                plan.text("title"),
                plan.text("status"),
                plan.optionalText("decision_note").orElse("")));
  }

  /** A decision with its options, why it was made, and what was said about it. */
  static Part choice(Row decision) {
    return new Part(
        "decision " + decision.text("id"),
        "# Decision of %s by %s: \"%s\" %s\nChosen: %s%s\nWhy: %s\n%s"
            .formatted(
                decision.optionalText("decided_at").orElse("an unknown time"),
                decision.text("decided_by"),
                decision.text("title"),
                decision.text("status"),
                decision.text("chosen"),
                list("\nOptions:", decision.texts("options")),
                decision.text("rationale"),
                decision.optionalText("decision_note").orElse("")));
  }

  private static String list(String heading, List<String> items) {
    return items.isEmpty()
        ? ""
        : items.stream().map(item -> "\n- " + item).collect(Collectors.joining("", heading, ""));
  }
}
