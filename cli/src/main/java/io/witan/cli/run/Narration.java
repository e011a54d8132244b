package io.witan.cli.run;

import io.witan.cli.api.About;
import io.witan.cli.api.Deliberation;
import io.witan.cli.api.Deliberation.Place;
import io.witan.cli.api.Deliberation.Turn;
import io.witan.cli.api.Plan;
import io.witan.cli.api.Readiness;
import io.witan.cli.api.Story;
import io.witan.cli.api.Task;
import io.witan.cli.api.WorkflowState;
import io.witan.cli.repo.Commit;
import io.witan.cli.term.Durations;
import io.witan.cli.term.Style;
import io.witan.cli.term.Words;
import java.io.PrintStream;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Locale;

/**
 * Tells a run while it goes: one line per state, turn and gate. Every line about turns and
 * proposals says when they are a rehearsal.
 */
public final class Narration {
  private static final int WIDTH = 100;

  private final PrintStream out;
  private final Style style;

  public Narration(PrintStream out, Style style) {
    this.out = out;
    this.style = style;
  }

  void server(About about, URI url) {
    line("server", "%s %s at %s".formatted(about.name(), about.version(), url));
    String turns =
        about.rehearsal() ? style.warn("rehearsal (no model is asked)") : about.turnsBy();
    line("turns", "by " + turns);
  }

  void remark(String text) {
    line("note", style.faint(text));
  }

  void people(List<String> names) {
    line("people", String.join(", ", names));
  }

  void story(Story story, boolean created) {
    line(
        "story",
        "%s \"%s\"".formatted(style.strong(story.storyId()), Words.line(story.title(), WIDTH)));
    more(
        "%d acceptance criteria, %s"
            .formatted(
                story.acceptanceCriteria().size(),
                created ? "new" : "found again, " + story.state()));
  }

  void transition(String from, String to, String actor, boolean earlier) {
    String text = "%s %s %s by %s".formatted(from, style.arrow(), style.strong(to), actor);
    line("state", earlier ? text + style.faint(" (earlier)") : text);
  }

  void readiness(Readiness readiness) {
    String score = "%d of 100".formatted(readiness.score());
    line("ready", readiness.ready() ? style.ok(score) : style.warn(score));
    readiness
        .criteria()
        .forEach(
            one ->
                more(
                    "%2d/%d %-20s %s"
                        .formatted(
                            one.points(),
                            one.of(),
                            one.name().toLowerCase(Locale.ROOT).replace('_', ' '),
                            Words.line(one.said(), WIDTH))));
  }

  void override(String reason) {
    line("gate", style.warn("below 80, overridden: ") + Words.line(reason, WIDTH * 2));
  }

  void deliberationOpened(Deliberation deliberation, String what) {
    line(
        "think",
        "%s: %d agents, %s%s"
            .formatted(
                what,
                deliberation.agents().size(),
                deliberation.deliberationId(),
                mark(deliberation)));
  }

  void turn(Deliberation deliberation, Turn turn) {
    String about =
        turn.aboutAgentId() == null || turn.aboutAgentId().equals(turn.agentId())
            ? ""
            : " of " + turn.aboutAgentId();
    String score = turn.score() == null ? "" : ", score " + score(turn.score());
    String failed = turn.failed() ? style.bad(", failed: " + Words.line(reason(turn), WIDTH)) : "";
    line(
        "turn",
        "%2d %-8s %s%s%s, %s%s%s"
            .formatted(
                turn.sequence(),
                turn.kind().toLowerCase(Locale.ROOT),
                turn.agentId(),
                about,
                score,
                Durations.spell(Duration.ofMillis(turn.durationMs())),
                mark(deliberation),
                failed));
  }

  void ranking(Deliberation deliberation) {
    for (Place place : deliberation.ranking()) {
      String line =
          "%d. %s %s%s"
              .formatted(place.rank(), place.agentId(), score(place.score()), mark(deliberation));
      line("rank", place.rank() == 1 ? style.ok(line) : line);
    }
  }

  void plan(Plan plan, boolean rehearsal) {
    line(
        "plan",
        "%s \"%s\"%s".formatted(plan.planId(), Words.line(plan.title(), WIDTH), mark(rehearsal)));
    for (int i = 0; i < plan.tasks().size(); i++) {
      Plan.PlannedTask task = plan.tasks().get(i);
      String after =
          task.dependsOn().isEmpty()
              ? ""
              : ", after "
                  + String.join(
                      ", ", task.dependsOn().stream().map(place -> "" + (place + 1)).toList());
      more(
          "%d. %s (%s, %s h, priority %d%s)"
              .formatted(
                  i + 1,
                  Words.line(task.title(), WIDTH),
                  task.type(),
                  hours(task.estimatedHours()),
                  task.priority(),
                  after));
    }
  }

  void task(Task task, int place, int of) {
    line(
        "task",
        "%d of %d: %s \"%s\"".formatted(place, of, task.taskId(), Words.line(task.title(), WIDTH)));
  }

  void gate(String action, String user, WorkflowState state) {
    line(
        "gate",
        "%s by %s %s %s"
            .formatted(style.accent(action), user, style.arrow(), style.strong(state.toString())));
  }

  void gate(String action, String user) {
    line("gate", "%s by %s".formatted(style.accent(action), user));
  }

  void commit(Commit commit, Deliberation deliberation) {
    line(
        "commit",
        "%s %s%s"
            .formatted(
                style.strong(commit.shortSha()),
                Words.line(commit.how(), WIDTH),
                mark(deliberation)));
    more(Words.line(String.join(", ", commit.files()), WIDTH));
  }

  void waiting(URI url) {
    line("wait", style.warn("%s does not answer, trying again".formatted(url)));
  }

  void waiting(About about, String reason) {
    line("wait", style.warn("waiting for %s: %s".formatted(about.turnsBy(), reason)));
  }

  void unanswered(About about) {
    line(
        "wait",
        style.warn("no turn is answered yet: the server goes on asking " + about.turnsBy()));
  }

  void blank() {
    out.println();
  }

  void line(String label, String text) {
    out.println(style.faint("%-7s".formatted(label)) + " " + text);
  }

  void more(String text) {
    out.println("        " + text);
  }

  String mark(Deliberation deliberation) {
    return mark(deliberation.rehearsal());
  }

  String mark(boolean rehearsal) {
    return rehearsal ? style.faint(" [rehearsal]") : "";
  }

  static String score(double score) {
    return String.format(Locale.ROOT, "%.2f", score);
  }

  private static String hours(double hours) {
    return hours == Math.rint(hours) ? String.valueOf((long) hours) : String.valueOf(hours);
  }

  private static String reason(Turn turn) {
    return turn.error() == null ? "no reason was given" : turn.error();
  }
}
