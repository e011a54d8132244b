package io.witan.cli.run;

import io.witan.cli.repo.ProposalText;
import io.witan.cli.run.RunResult.Done;
import io.witan.cli.run.RunResult.Winner;
import io.witan.cli.term.Style;
import io.witan.cli.term.Words;

/**
 * Shows a result to a person: what won, how it scored, the commits, the audit trail, and where to
 * look further.
 */
public final class ResultPage {
  private static final int EXCERPT_LINES = 8;
  private static final int WIDTH = 100;

  private final Narration narration;
  private final Style style;

  public ResultPage(Narration narration, Style style) {
    this.narration = narration;
    this.style = style;
  }

  public void show(RunResult result) {
    narration.blank();
    String state = result.story().state().name();
    narration.line(
        "result",
        "%s \"%s\" is %s%s"
            .formatted(
                result.story().storyId(),
                Words.line(result.story().title(), WIDTH),
                result.done() ? style.ok(state) : style.warn(state),
                narration.mark(result.rehearsal())));
    if (result.rehearsal()) {
      narration.more(
          style.warn(
              "rehearsal: turns and proposals are made up from the story, no model was asked"));
    }
    if (result.winner() != null) {
      winner(result.winner());
    }
    result.tasks().forEach(this::task);
    audit(result);
    further(result);
  }

  private void winner(Winner winner) {
    boolean rehearsal = "rehearsal".equalsIgnoreCase(winner.runner());
    narration.line(
        "winner",
        "the plan of %s, score %s, %s%s"
            .formatted(
                style.strong(winner.agentId()),
                Narration.score(winner.score()),
                winner.deliberationId(),
                narration.mark(rehearsal)));
    ProposalText proposal = ProposalText.of(winner.text());
    proposal.title().ifPresent(title -> narration.more(style.strong(Words.line(title, WIDTH))));
    Words.excerpt(proposal.note(), EXCERPT_LINES, WIDTH).forEach(narration::more);
    String scores =
        String.join(
            ", ",
            winner.scores().stream()
                .map(
                    one ->
                        "%d. %s %s"
                            .formatted(one.rank(), one.agentId(), Narration.score(one.score())))
                .toList());
    narration.line("scores", scores + narration.mark(rehearsal));
  }

  private void task(Done task) {
    String commit =
        task.commitSha() == null
            ? "no commit"
            : task.commitSha().substring(0, Math.min(10, task.commitSha().length()));
    String score =
        task.score() == null
            ? ""
            : ", score " + Narration.score(task.score()) + narration.mark(task.rehearsal());
    narration.line(
        "task",
        "%s %s%s: %s"
            .formatted(style.strong(commit), task.state(), score, Words.line(task.title(), WIDTH)));
  }

  private void audit(RunResult result) {
    RunResult.Audit audit = result.audit();
    String verdict =
        audit.verified()
            ? style.ok("verified")
            : style.bad("BROKEN: " + String.join(", ", audit.broken()));
    narration.line(
        "audit", "%d entries in %d chains, %s".formatted(audit.entries(), audit.chains(), verdict));
  }

  private void further(RunResult result) {
    narration.line("further", "./witan audit " + result.story().storyId());
    narration.more(result.apiDocs());
    if (result.repository() != null) {
      narration.more("git -C %s log".formatted(result.repository()));
    }
  }
}
