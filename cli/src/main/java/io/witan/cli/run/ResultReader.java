package io.witan.cli.run;

import io.witan.cli.api.About;
import io.witan.cli.api.Deliberation;
import io.witan.cli.api.Story;
import io.witan.cli.api.StoryVerdict;
import io.witan.cli.api.Task;
import io.witan.cli.api.TrailEntry;
import io.witan.cli.api.WitanApi;
import io.witan.cli.api.Workflow;
import io.witan.cli.run.RunResult.Audit;
import io.witan.cli.run.RunResult.Done;
import io.witan.cli.run.RunResult.Score;
import io.witan.cli.run.RunResult.Winner;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Gathers the result of a story from the server; reads only. */
final class ResultReader {
  private final WitanApi api;

  ResultReader(WitanApi api) {
    this.api = api;
  }

  RunResult read(About about, String storyId, Path repository) {
    Story story = api.story(storyId);
    List<TrailEntry> trail = api.trail(storyId);
    List<Deliberation> deliberations = deliberations(trail);
    return new RunResult(
        about,
        story,
        deliberations.stream().anyMatch(Deliberation::rehearsal),
        winner(story, deliberations),
        tasks(story, deliberations),
        audit(storyId),
        Files.isDirectory(repository) ? repository.toString() : null,
        api.transport().server() + "/api/docs");
  }

  private List<Deliberation> deliberations(List<TrailEntry> trail) {
    return trail.stream()
        .filter(entry -> entry.kind().equalsIgnoreCase("deliberation"))
        .map(TrailEntry::id)
        .distinct()
        .map(id -> api.deliberation(id, Duration.ZERO))
        .filter(Deliberation::completed)
        .toList();
  }

  private Winner winner(Story story, List<Deliberation> deliberations) {
    if (story.planId() == null) {
      return null;
    }
    String made = api.plan(story.planId()).deliberationId();
    return deliberations.stream()
        .filter(one -> one.deliberationId().equals(made))
        .findFirst()
        .flatMap(ResultReader::winner)
        .orElse(null);
  }

  private static Optional<Winner> winner(Deliberation deliberation) {
    List<Score> scores =
        deliberation.ranking().stream()
            .map(place -> new Score(place.rank(), place.agentId(), place.score()))
            .toList();
    return deliberation
        .winner()
        .map(
            place ->
                new Winner(
                    deliberation.deliberationId(),
                    deliberation.runner(),
                    deliberation.model(),
                    place.agentId(),
                    place.score(),
                    scores,
                    place.text()));
  }

  private List<Done> tasks(Story story, List<Deliberation> deliberations) {
    Map<String, Workflow> workflows =
        api.workflows(story.storyId()).stream()
            .collect(Collectors.toMap(Workflow::taskId, Function.identity(), (one, same) -> one));
    return TaskOrder.of(api.tasks(story.storyId())).stream()
        .map(task -> done(task, Optional.ofNullable(workflows.get(task.taskId())), deliberations))
        .toList();
  }

  private static Done done(
      Task task, Optional<Workflow> workflow, List<Deliberation> deliberations) {
    Optional<Deliberation> last =
        deliberations.stream()
            .filter(one -> one.subject().id().equals(task.taskId()))
            .max(Comparator.comparing(Deliberation::createdAt));
    Optional<Deliberation.Place> winner = last.flatMap(Deliberation::winner);
    return new Done(
        task.taskId(),
        task.title(),
        workflow.map(one -> one.state().toString()).orElse("todo"),
        workflow.flatMap(Workflow::commit).orElse(null),
        last.map(Deliberation::deliberationId).orElse(null),
        winner.map(Deliberation.Place::agentId).orElse(null),
        winner.map(Deliberation.Place::score).orElse(null),
        last.map(Deliberation::rehearsal).orElse(false));
  }

  private Audit audit(String storyId) {
    StoryVerdict verdict = api.verification(storyId);
    List<String> broken =
        verdict.broken().stream().map(chain -> chain.kind() + " " + chain.id()).toList();
    return new Audit(verdict.entries(), verdict.chains().size(), verdict.holds(), broken);
  }
}
