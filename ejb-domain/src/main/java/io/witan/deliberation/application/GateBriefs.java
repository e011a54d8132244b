package io.witan.deliberation.application;

import io.witan.context.port.ContextPack;
import io.witan.deliberation.domain.Assignment;
import io.witan.deliberation.domain.Deliberation;
import io.witan.deliberation.domain.DeliberationId;
import io.witan.deliberation.domain.GateBrief;
import io.witan.deliberation.domain.Purpose;
import io.witan.deliberation.domain.Ranked;
import io.witan.deliberation.domain.Subject;
import io.witan.deliberation.domain.WorkProposal;
import io.witan.deliberation.port.Assignments;
import io.witan.deliberation.port.DeliberationRepository;
import io.witan.deliberation.port.GateTasks.Waiting;
import io.witan.shared.Sha256;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * Writes what a council at a gate is given: the task, the criteria of its story, and the work that
 * is there. What a council has made is shown only where it is what was committed, by its digest.
 */
@Dependent
public class GateBriefs {
  private static final int LONGEST_TASK = 50_000;
  private static final int LONGEST_WORK = 120_000;

  private final Assignments assignments;
  private final DeliberationRepository deliberations;

  @Inject
  public GateBriefs(Assignments assignments, DeliberationRepository deliberations) {
    this.assignments = assignments;
    this.deliberations = deliberations;
  }

  /** What the council is to think about; absent for a task whose text is not kept. */
  Optional<Assignment> write(Subject task, Purpose purpose, Waiting waiting) {
    return assignments
        .find(task)
        .map(
            found ->
                new Assignment(
                    found.title(),
                    text(found.text(), task, purpose, waiting),
                    criteria(found),
                    found.storyId()));
  }

  private String text(String whole, Subject task, Purpose purpose, Waiting waiting) {
    String text = ContextPack.cut(whole, LONGEST_TASK);
    if (purpose != Purpose.IMPLEMENT) {
      return GateBrief.toJudge(text, work(task, waiting.artifacts()));
    }
    return waiting.feedback().isBlank()
        ? text
        : GateBrief.toRevise(text, waiting.feedback(), work(task, waiting.artifacts()));
  }

  /** Those of the story, where the task has none of its own. */
  private List<String> criteria(Assignment task) {
    return task.acceptanceCriteria().isEmpty()
        ? task.storyId()
            .flatMap(story -> assignments.find(Subject.story(story)))
            .map(Assignment::acceptanceCriteria)
            .orElse(List.of())
        : task.acceptanceCriteria();
  }

  private String work(Subject task, Map<String, String> artifacts) {
    String work =
        Optional.ofNullable(artifacts.get("deliberation_id"))
            .flatMap(id -> deliberations.find(new DeliberationId(id)))
            .filter(one -> one.charter().subject().equals(task))
            .flatMap(Deliberation::winner)
            .filter(winner -> Sha256.hex(winner.text()).equals(artifacts.get("commit_sha")))
            .flatMap(GateBriefs::proposed)
            .orElseGet(() -> lines(artifacts));
    return ContextPack.cut(work, LONGEST_WORK);
  }

  private static Optional<String> proposed(Ranked winner) {
    return winner.proposal() instanceof WorkProposal work
        ? Optional.of(
            "%s\n\n%s\n\n%s\n\n%s"
                .formatted(
                    work.title(),
                    work.summary(),
                    work.patch().map(patch -> "Patch:\n" + patch).orElse("There is no patch."),
                    work.workNote()))
        : Optional.empty();
  }

  private static String lines(Map<String, String> artifacts) {
    return artifacts.isEmpty()
        ? "Nothing was left that could be looked at."
        : new TreeMap<>(artifacts)
            .entrySet().stream()
                .map(one -> one.getKey() + ": " + one.getValue())
                .collect(Collectors.joining("\n"));
  }
}
