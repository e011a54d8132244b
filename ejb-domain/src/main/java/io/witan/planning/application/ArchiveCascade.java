package io.witan.planning.application;

import io.witan.planning.domain.Epic;
import io.witan.planning.domain.EpicId;
import io.witan.planning.domain.Project;
import io.witan.planning.domain.ProjectId;
import io.witan.planning.domain.Story;
import io.witan.planning.domain.StoryId;
import io.witan.planning.domain.Task;
import io.witan.planning.port.EpicRepository;
import io.witan.planning.port.PlanningCouncil;
import io.witan.planning.port.StoryRepository;
import io.witan.planning.port.TaskRepository;
import io.witan.planning.port.TaskWork;
import io.witan.shared.Command;
import io.witan.shared.Outcome;
import io.witan.shared.Refusal;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * Archives epics, stories and tasks with all that lies below them, in the running transaction: work
 * that has begun ends, open deliberations are cancelled.
 */
@Dependent
public class ArchiveCascade {
  /** The most things of one kind that are archived with the one above them. */
  static final int MOST = 1_000;

  private final EpicRepository epics;
  private final StoryRepository stories;
  private final TaskRepository tasks;
  private final TaskWork work;
  private final PlanningCouncil council;
  private final Clock clock;

  @Inject
  public ArchiveCascade(
      EpicRepository epics,
      StoryRepository stories,
      TaskRepository tasks,
      TaskWork work,
      PlanningCouncil council,
      Clock clock) {
    this.epics = epics;
    this.stories = stories;
    this.tasks = tasks;
    this.work = work;
    this.council = council;
    this.clock = clock;
  }

  /** The epics of a project, and all that lies below them. */
  Outcome<Project> below(Command command, Project project) {
    ProjectId id = project.id();
    Optional<String> with = Optional.of("project " + id);
    return each(
        project,
        bounded("project " + id, "epics", epics.openOf(id, MOST + 1)),
        epic -> epics.lock(epic).map(found -> epic(command, found, with)));
  }

  /** An epic, and all that lies below it. */
  Outcome<Epic> epic(Command command, Epic epic, Optional<String> with) {
    return epic.archive(command.actor().id(), with, clock.instant())
        .onDone(epics::save)
        .then(change -> below(command, change.after(), with.orElse("epic " + epic.id())));
  }

  private Outcome<Epic> below(Command command, Epic epic, String with) {
    EpicId id = epic.id();
    return each(
        epic,
        bounded("epic " + id, "stories", stories.openOf(id, MOST + 1)),
        story -> stories.lock(story).map(found -> story(command, found, Optional.of(with))));
  }

  /** A story, its tasks, and what is thought about them. */
  Outcome<Story> story(Command command, Story story, Optional<String> with) {
    return story
        .archive(command.actor().id(), with, clock.instant())
        .onDone(stories::save)
        .then(change -> below(command, change.after(), with.orElse("story " + story.id())));
  }

  private Outcome<Story> below(Command command, Story story, String with) {
    StoryId id = story.id();
    council.dismiss(command.onward(), id);
    return each(
        story,
        Outcome.done(tasks.ofStory(id).stream().map(Task::id).toList()),
        task -> tasks.lock(task).map(found -> mark(command, found, Optional.of(with))));
  }

  /** A task, and what is thought about it. */
  Outcome<Task> task(Command command, Task task) {
    council.dismiss(command.onward(), task.story(), task.id());
    return mark(command, task, Optional.empty());
  }

  private Outcome<Task> mark(Command command, Task task, Optional<String> with) {
    return task.archive(command.actor().id(), with, clock.instant())
        .onDone(tasks::save)
        .onDone(
            change ->
                work.end(
                    command.onward(),
                    task.id(),
                    "%s was archived".formatted(with.orElse("task " + task.id()))))
        .map(change -> change.after());
  }

  private static <I> Outcome<List<I>> bounded(String above, String what, List<I> ids) {
    return ids.size() <= MOST
        ? Outcome.done(ids)
        : Outcome.refused(
            Refusal.of(
                Refusal.Code.LIMIT_EXCEEDED,
                "%s has more than %d %s: delete some of them first".formatted(above, MOST, what)));
  }

  /** Archives one after the other, until one is refused. */
  private static <A, I> Outcome<A> each(
      A above, Outcome<List<I>> ids, Function<I, Optional<? extends Outcome<?>>> archive) {
    return ids.then(
        all -> {
          Outcome<A> outcome = Outcome.done(above);
          for (I id : all) {
            outcome =
                outcome.then(
                    done ->
                        archive
                            .apply(id)
                            .<Outcome<A>>map(one -> one.map(archived -> done))
                            .orElseGet(() -> Outcome.done(done)));
          }
          return outcome;
        });
  }
}
