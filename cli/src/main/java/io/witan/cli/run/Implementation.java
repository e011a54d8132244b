package io.witan.cli.run;

import io.witan.cli.api.Deliberation;
import io.witan.cli.api.Task;
import io.witan.cli.api.WitanApi;
import io.witan.cli.api.Workflow;
import io.witan.cli.repo.Commit;
import io.witan.cli.repo.ProposalText;
import io.witan.cli.repo.ScratchRepository;
import io.witan.cli.repo.Work;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;

/**
 * The developer's part: a deliberation on how to do the task, a commit of what won, and the news of
 * it.
 */
final class Implementation {
  private static final int LONGEST_ARTIFACT = 10_000;
  private static final Duration SIGNS_OF_LIFE = Duration.ofMinutes(1);

  private final Journey journey;
  private final Task task;

  Implementation(Journey journey, Task task) {
    this.journey = journey;
    this.task = task;
  }

  Workflow commit(TaskMoves moves, Workflow now) {
    WitanApi developer = journey.as(DemoRole.DEVELOPER);
    Deliberation ended = deliberate(developer, now);
    Commit commit = commitOf(now, ended);
    journey.tell().commit(commit, ended);
    return moves.act(
        DemoRole.DEVELOPER,
        "COMMIT_CODE",
        now,
        Map.of("artifacts", Map.of("commit_sha", commit.sha(), "files_changed", files(commit))));
  }

  private Deliberation deliberate(WitanApi developer, Workflow now) {
    Deliberation started =
        journey
            .deliberations()
            .newestAbout(developer, task.taskId(), sentBack(now))
            .orElseGet(() -> developer.deliberateTask(task.taskId()));
    return journey
        .deliberations()
        .follow(
            developer,
            started,
            "work on " + task.taskId(),
            new Heartbeats(developer, now, SIGNS_OF_LIFE));
  }

  /**
   * When the work was last taken up again; a deliberation from before that is about another
   * question.
   */
  private static Instant sentBack(Workflow now) {
    return now.history().stream()
        .filter(passage -> "REVISE_CODE".equalsIgnoreCase(passage.action()))
        .map(passage -> Instant.parse(passage.at()))
        .max(Instant::compareTo)
        .orElse(Instant.EPOCH);
  }

  private Commit commitOf(Workflow now, Deliberation ended) {
    ScratchRepository repository = journey.repository();
    Work work =
        new Work(
            journey.storyId(),
            task.taskId(),
            task.title(),
            ended.deliberationId(),
            now.round(),
            ended.rehearsal());
    String text = ended.winner().map(Deliberation.Place::text).orElse("");
    return repository
        .find(work)
        .orElseGet(
            () -> repository.commit(work, ProposalText.of(text), journey.name(DemoRole.DEVELOPER)));
  }

  private static String files(Commit commit) {
    String all = String.join("\n", commit.files());
    return all.length() <= LONGEST_ARTIFACT ? all : "%d files".formatted(commit.files().size());
  }
}
