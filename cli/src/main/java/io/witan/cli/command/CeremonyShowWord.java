package io.witan.cli.command;

import io.witan.cli.Environment;
import io.witan.cli.Stop;
import io.witan.cli.api.Thing;
import io.witan.cli.api.WitanApi;
import io.witan.cli.run.Pace;
import io.witan.cli.term.Table;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** One ceremony, or what it found about one of its stories. */
@Command(
    name = "show",
    description = {
      "Show a ceremony: who has spoken about which story, and what was decided.",
      "With a story, what was said about it and the plan that it adds up to."
    },
    mixinStandardHelpOptions = true,
    footerHeading = "%nExamples:%n",
    footer = {
      "  ./witan ceremony show BRC-42cf4fc9",
      "  ./witan ceremony show BRC-42cf4fc9 --follow",
      "  ./witan ceremony show BRC-42cf4fc9 s-6f9619ff",
      "  ./witan ceremony show BRC-42cf4fc9 --json"
    })
final class CeremonyShowWord extends ThingWord {
  private static final List<String> ROLES = List.of("ARCHITECT", "QA", "DEVOPS");

  @Parameters(index = "0", paramLabel = "CEREMONY", description = "The id of the ceremony.")
  private String id;

  @Parameters(
      index = "1",
      arity = "0..1",
      paramLabel = "STORY",
      description = "One of its stories.")
  private String story;

  @Option(
      names = "--follow",
      description = "Wait until no council thinks any more, and tell each answer as it comes.")
  private boolean follow;

  @Option(
      names = "--timeout",
      paramLabel = "SECONDS",
      defaultValue = "600",
      description = "How long to follow (${DEFAULT-VALUE}).")
  private long timeout;

  CeremonyShowWord(Environment environment) {
    super(environment);
  }

  @Override
  void ask(WitanApi api) {
    Thing ceremony = follow ? followed(api) : api.thing("ceremonies", id);
    if (story == null) {
      show(ceremony, () -> page(ceremony));
      return;
    }
    Thing review = review(ceremony);
    show(review, () -> page(review));
  }

  /** The ceremony when nobody thinks about it any more; what happens meanwhile is told. */
  private Thing followed(WitanApi api) {
    CeremonyNews news = new CeremonyNews(environment().terminal().err());
    return Pace.looking(environment().look())
        .within(Duration.ofSeconds(timeout))
        .await(
            "the councils of " + id,
            () ->
                Optional.of(api.thing("ceremonies", id))
                    .filter(
                        seen -> {
                          news.tell(seen);
                          return !isThoughtAbout(seen);
                        }));
  }

  private static boolean isThoughtAbout(Thing ceremony) {
    Predicate<Thing> open = council -> council.text("status").equals("OPEN");
    return ceremony.text("status").equals("IN_PROGRESS")
        && ceremony.things("reviews").stream()
            .anyMatch(review -> review.things("councils").stream().anyMatch(open));
  }

  private Thing review(Thing ceremony) {
    return ceremony.things("reviews").stream()
        .filter(review -> review.text("story_id").equals(story))
        .findFirst()
        .orElseThrow(
            () ->
                Stop.refused(
                    "there is no story %s in ceremony %s".formatted(story, id),
                    "see its stories: ./witan ceremony show " + id));
  }

  private void page(Thing ceremony) {
    if (ceremony.json().has("ceremony_id")) {
      line("ceremony", ceremony.text("ceremony_id"));
      line("status", ceremony.text("status"));
      line("created by", ceremony.text("created_by"));
      line("started", ceremony.text("started_at"));
      line("completed", ceremony.text("completed_at"));
      line("version", ceremony.text("version"));
      table(ceremony.things("reviews"));
      return;
    }
    line("story", ceremony.text("story_id"));
    line("status", ceremony.text("status"));
    decision(ceremony);
    failures(ceremony);
    ceremony
        .things("feedback")
        .forEach(
            said -> {
              out().println();
              heading("%s, by %s".formatted(said.text("role"), said.text("agent_id")));
              text(said.text("text"));
            });
    plan(new Thing(ceremony.json().path("plan")));
  }

  private void table(List<Thing> reviews) {
    Table table =
        new Table("STORY", "STATUS", "ARCHITECT", "QA", "DEVOPS", "TASKS", "COMPLEXITY", "PLAN");
    for (Thing review : reviews) {
      Thing plan = new Thing(review.json().path("plan"));
      table.row(
          review.text("story_id"),
          review.text("status"),
          voice(review, ROLES.get(0)),
          voice(review, ROLES.get(1)),
          voice(review, ROLES.get(2)),
          plan.things("task_decisions").size(),
          plan.text("estimated_complexity"),
          new Thing(review.json().path("decision")).text("plan_id"));
    }
    out().println();
    table.print(out(), environment().terminal().style());
    reviews.forEach(this::failures);
  }

  /** Whether a role has spoken about a story: yes, no longer to be expected, or not yet. */
  static String voice(Thing review, String role) {
    if (!review.texts("missing").contains(role)) {
      return "yes";
    }
    return review.things("councils").stream()
        .filter(council -> council.text("role").equals(role))
        .map(council -> council.text("status").equals("FAILED") ? "failed" : "thinks")
        .findFirst()
        .orElse("");
  }

  private void failures(Thing review) {
    review.things("councils").stream()
        .filter(council -> council.text("status").equals("FAILED"))
        .forEach(
            council ->
                line(
                    "failed",
                    "%s about %s: %s"
                        .formatted(
                            council.text("role"),
                            review.text("story_id"),
                            council.text("failure"))));
  }

  private void decision(Thing review) {
    Thing decision = new Thing(review.json().path("decision"));
    line("decided by", decision.text("decided_by"));
    line("plan", decision.text("plan_id"));
    line("notes", decision.text("po_notes"));
    line("concerns", decision.text("po_concerns"));
    line("priority", decision.text("priority_adjustment"));
    line("reason", decision.text("reason") + decision.text("po_priority_reason"));
  }

  private void plan(Thing plan) {
    if (plan.text("content_digest").isEmpty()) {
      return;
    }
    out().println();
    heading(plan.text("title"));
    line("complexity", plan.text("estimated_complexity"));
    line("digest", plan.text("content_digest"));
    items("Acceptance criteria", plan.texts("acceptance_criteria"));
    items("Depends on", plan.texts("dependencies"));
    Table tasks = new Table("TASK", "BY", "WHAT");
    plan.things("task_decisions")
        .forEach(
            task ->
                tasks.row(
                    task.text("task_index"),
                    task.text("decided_by"),
                    task.text("task_description")));
    out().println();
    tasks.print(out(), environment().terminal().style());
  }
}
