package io.witan.planning.application;

import io.witan.ledger.port.Transactions;
import io.witan.planning.domain.Story;
import io.witan.planning.domain.StoryId;
import io.witan.planning.domain.StoryProgress;
import io.witan.planning.domain.StoryState;
import io.witan.planning.domain.Task;
import io.witan.planning.domain.TaskId;
import io.witan.planning.domain.TaskStage;
import io.witan.planning.domain.TaskStatus;
import io.witan.planning.port.StoryRepository;
import io.witan.planning.port.TaskProgress;
import io.witan.planning.port.TaskRepository;
import io.witan.shared.Command;
import io.witan.shared.Outcome;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Lets a story follow its tasks; called whenever one of them has moved. */
@Dependent
public class FollowTasks {
  private final Transactions transactions;
  private final StoryRepository stories;
  private final TaskRepository tasks;
  private final TaskProgress progress;
  private final Clock clock;

  @Inject
  public FollowTasks(
      Transactions transactions,
      StoryRepository stories,
      TaskRepository tasks,
      TaskProgress progress,
      Clock clock) {
    this.transactions = transactions;
    this.stories = stories;
    this.tasks = tasks;
    this.progress = progress;
    this.clock = clock;
  }

  /**
   * Brings story and tasks to where the workflows are, one recorded transition each. An archived
   * story follows nothing any more.
   */
  public Outcome<Story> follow(Command command, StoryId id) {
    return transactions.run(
        command,
        () -> Outcome.found("story", id, stories.lock(id)).then(story -> follow(command, story)));
  }

  private Outcome<Story> follow(Command command, Story story) {
    if (story.archived()) {
      return Outcome.done(story);
    }
    Map<TaskId, TaskStage> stages = progress.of(story.id());
    tasks.statusesOf(story.id()).forEach((task, status) -> follow(task, status, stages.get(task)));
    return move(command, story, StoryProgress.path(story.state(), stages.values()));
  }

  /** Most are where they should be; only the others are locked. Nobody else moves them. */
  private void follow(TaskId id, TaskStatus current, TaskStage stage) {
    if (stage != null && stage.status() != current) {
      tasks
          .lock(id)
          .flatMap(task -> task.follow(stage.status(), clock.instant()))
          .ifPresent(tasks::save);
    }
  }

  private Outcome<Story> move(Command command, Story story, List<StoryState> path) {
    List<Task> all = path.isEmpty() ? List.of() : tasks.ofStory(story.id());
    Outcome<Story> moved = Outcome.done(story);
    for (StoryState next : path) {
      moved = moved.then(current -> step(command, current, next, all));
    }
    return moved;
  }

  private Outcome<Story> step(Command command, Story story, StoryState next, List<Task> all) {
    return story
        .moveTo(
            next,
            all,
            command.actor().id(),
            Optional.of("the story follows its tasks"),
            clock.instant())
        .onDone(stories::save)
        .map(change -> change.after());
  }
}
