package io.witan.grpc.deliberation;

import io.witan.deliberation.application.GetDeliberation;
import io.witan.deliberation.domain.Deliberation;
import io.witan.deliberation.domain.DeliberationId;
import io.witan.deliberation.domain.Purpose;
import io.witan.deliberation.domain.Subject;
import io.witan.planning.application.GetStory;
import io.witan.planning.application.GetTask;
import io.witan.planning.domain.ReviewTicket;
import io.witan.planning.domain.Story;
import io.witan.planning.domain.StoryId;
import io.witan.planning.domain.TaskId;
import io.witan.shared.IdSource;
import io.witan.shared.Ids;
import io.witan.shared.InvalidValue;
import io.witan.shared.Outcome;
import io.witan.shared.Refusal;
import io.witan.shared.Role;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.util.Optional;

/**
 * What the {@code task_id} of a message means: a task or a story that Witan keeps, a deliberation,
 * or a name that the caller made up.
 */
@Dependent
public class TaskNames {
  private final GetTask tasks;
  private final GetStory stories;
  private final GetDeliberation deliberations;
  private final IdSource ids;

  @Inject
  public TaskNames(GetTask tasks, GetStory stories, GetDeliberation deliberations, IdSource ids) {
    this.tasks = tasks;
    this.stories = stories;
    this.deliberations = deliberations;
    this.ids = ids;
  }

  /**
   * A name understood.
   *
   * @param home under which story the deliberation is filed; a made-up name is filed under itself
   * @param purpose stories are planned, all else is done, unless the call says otherwise
   */
  public record Named(Subject subject, String home, Purpose purpose) {

    private static Named task(String id, String home) {
      return new Named(Subject.task(id), home, Purpose.IMPLEMENT);
    }

    private boolean isMadeUp() {
      return home.equals(subject.id()) && subject.kind() == Subject.Kind.TASK;
    }

    private Named filedUnder(String story) {
      return new Named(subject, story, purpose);
    }
  }

  /**
   * The review of a story by a role, {@code ceremony-{id}:story-{id}:role-{ROLE}}; the same that
   * the ceremony itself asks for, if Witan keeps it.
   *
   * @param role as the message names it beside the name
   */
  public Named review(String name, Role role) {
    ReviewTicket ticket =
        ReviewTicket.in(name)
            .orElseThrow(
                () ->
                    new InvalidValue(
                        "task_id",
                        name,
                        "ceremony-{id}:story-{id}:role-{ARCHITECT, QA or DEVOPS}"));
    if (ticket.role().role() != role) {
      throw new InvalidValue("role", role.wire(), ticket.role() + ", as task_id says");
    }
    return new Named(Subject.task(name), ticket.story().value(), Purpose.REVIEW);
  }

  /** The meaning of a name; an empty one gets a fresh name. */
  public Named of(String name) {
    String id = name.isBlank() ? "task-" + ids.next() : name;
    return task(id).or(() -> story(id)).or(() -> review(id)).orElseGet(() -> Named.task(id, id));
  }

  /**
   * The meaning of a name in a call that also says which story it belongs to: a made-up name is
   * filed under that story.
   *
   * @param field how the call names the story
   * @param story empty when it names none
   * @throws InvalidValue when the name means something of another story
   */
  public Named of(String name, String field, String story) {
    Named named = of(name);
    if (story.isBlank() || story.equals(named.home())) {
      return named;
    }
    if (!named.isMadeUp()) {
      throw new InvalidValue(field, story, named.home() + ", the story that task_id belongs to");
    }
    return named.filedUnder(Ids.valid(field, story));
  }

  /** A review in a ceremony is filed under its story. */
  private static Optional<Named> review(String id) {
    return ReviewTicket.in(id).map(ticket -> Named.task(id, ticket.story().value()));
  }

  private Optional<Named> task(String id) {
    return found(tasks.get(new TaskId(id))).map(task -> Named.task(id, task.story().value()));
  }

  private Optional<Named> story(String id) {
    return found(stories.get(new StoryId(id)))
        .map(story -> new Named(Subject.story(id), id, Purpose.PLAN));
  }

  /** The deliberation of that id, as it stands now. */
  public Outcome<Deliberation> deliberation(String id) {
    return deliberations.get(new DeliberationId(id));
  }

  /** What is to be thought about; refused when it was deleted. */
  public Outcome<Named> open(Named named) {
    if (named.subject().kind() == Subject.Kind.STORY) {
      return stories.get(new StoryId(named.subject().id())).then(Story::writable).map(s -> named);
    }
    return tasks
        .get(new TaskId(named.subject().id()))
        .fold(task -> task.writable().map(open -> named), unknown -> openIn(named));
  }

  /** A name that means no task belongs to a story at most. */
  private Outcome<Named> openIn(Named named) {
    return stories
        .get(new StoryId(named.home()))
        .fold(story -> story.writable().map(open -> named), unknown -> Outcome.done(named));
  }

  /** The last deliberation about what the name means, or {@code NOT_FOUND}. */
  public Outcome<Deliberation> latestAbout(String name) {
    Ids.valid("task_id", name);
    return found(deliberations.get(new DeliberationId(name)))
        .or(() -> deliberations.latestAbout(of(name).subject()))
        .map(Outcome::done)
        .orElseGet(
            () ->
                Refusal.of(Refusal.Code.NOT_FOUND, "there is no deliberation about " + name)
                    .asOutcome());
  }

  private static <T> Optional<T> found(Outcome<T> outcome) {
    return outcome.fold(Optional::of, nothing -> Optional.empty());
  }
}
