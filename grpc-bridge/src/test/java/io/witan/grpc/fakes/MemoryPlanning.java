package io.witan.grpc.fakes;

import io.witan.planning.domain.Epic;
import io.witan.planning.domain.EpicEvent;
import io.witan.planning.domain.EpicId;
import io.witan.planning.domain.Project;
import io.witan.planning.domain.ProjectEvent;
import io.witan.planning.domain.ProjectId;
import io.witan.planning.domain.Story;
import io.witan.planning.domain.StoryEvent;
import io.witan.planning.domain.StoryId;
import io.witan.planning.domain.Task;
import io.witan.planning.domain.TaskEvent;
import io.witan.planning.domain.TaskId;
import io.witan.planning.port.EpicRepository;
import io.witan.planning.port.ProjectRepository;
import io.witan.planning.port.StoryRepository;
import io.witan.planning.port.TaskRepository;
import io.witan.shared.Change;
import io.witan.shared.Page;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;

/** Planning's repositories in memory; pages end where their size says. */
public final class MemoryPlanning {
  public final Projects projects = new Projects();
  public final Epics epics = new Epics();
  public final Stories stories = new Stories();
  public final Tasks tasks = new Tasks();

  private static <T> Page<T> page(Map<?, T> all, Predicate<T> wanted, Page.Request request) {
    List<T> matching = all.values().stream().filter(wanted).toList();
    int start = request.after().map(Integer::parseInt).orElse(0);
    int end = Math.min(matching.size(), start + request.size());
    return new Page<>(
        matching.subList(start, end),
        end < matching.size() ? Optional.of(String.valueOf(end)) : Optional.empty());
  }

  /** Projects by id. */
  public static final class Projects implements ProjectRepository {
    private final Map<ProjectId, Project> kept = new LinkedHashMap<>();

    @Override
    public Optional<Project> find(ProjectId id) {
      return Optional.ofNullable(kept.get(id));
    }

    @Override
    public Optional<Project> lock(ProjectId id) {
      return find(id);
    }

    @Override
    public void save(Change<Project, ProjectEvent> change) {
      kept.put(change.after().id(), change.after());
    }

    @Override
    public Page<Project> list(Page.Request request) {
      return page(kept, any -> true, request);
    }
  }

  /** Epics by id. */
  public static final class Epics implements EpicRepository {
    private final Map<EpicId, Epic> kept = new LinkedHashMap<>();

    @Override
    public Optional<Epic> find(EpicId id) {
      return Optional.ofNullable(kept.get(id));
    }

    @Override
    public Optional<Epic> lock(EpicId id) {
      return find(id);
    }

    @Override
    public void save(Change<Epic, EpicEvent> change) {
      kept.put(change.after().id(), change.after());
    }

    @Override
    public Page<Epic> list(Optional<ProjectId> project, Page.Request request) {
      return page(kept, epic -> project.map(epic.project()::equals).orElse(true), request);
    }
  }

  /** Stories by id. */
  public static final class Stories implements StoryRepository {
    private final Map<StoryId, Story> kept = new LinkedHashMap<>();

    @Override
    public Optional<Story> find(StoryId id) {
      return Optional.ofNullable(kept.get(id));
    }

    @Override
    public Optional<Story> lock(StoryId id) {
      return find(id);
    }

    @Override
    public void save(Change<Story, StoryEvent> change) {
      kept.put(change.after().id(), change.after());
    }

    @Override
    public Page<Story> list(Filter filter, Page.Request request) {
      return page(
          kept,
          story ->
              filter.state().map(story.state()::equals).orElse(true)
                  && filter.epic().map(story.epic()::equals).orElse(true),
          request);
    }
  }

  /** Tasks by id. */
  public static final class Tasks implements TaskRepository {
    private final Map<TaskId, Task> kept = new LinkedHashMap<>();

    @Override
    public Optional<Task> find(TaskId id) {
      return Optional.ofNullable(kept.get(id));
    }

    @Override
    public Optional<Task> lock(TaskId id) {
      return find(id);
    }

    @Override
    public void save(Change<Task, TaskEvent> change) {
      kept.put(change.after().id(), change.after());
    }

    @Override
    public List<Task> ofStory(StoryId story) {
      return kept.values().stream().filter(task -> task.story().equals(story)).toList();
    }

    @Override
    public Page<Task> list(Optional<StoryId> story, Page.Request request) {
      return page(kept, task -> story.map(task.story()::equals).orElse(true), request);
    }
  }
}
