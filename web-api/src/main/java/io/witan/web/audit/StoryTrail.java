package io.witan.web.audit;

import io.witan.deliberation.application.GetDeliberation;
import io.witan.ledger.domain.AggregateRef;
import io.witan.ledger.port.AuditTrail;
import io.witan.planning.application.GetDerivation;
import io.witan.planning.application.ListDecisions;
import io.witan.planning.application.ListPlans;
import io.witan.planning.application.ListTasks;
import io.witan.planning.domain.JudgementId;
import io.witan.planning.domain.StoryId;
import io.witan.planning.domain.Task;
import io.witan.planning.domain.TaskDerivation;
import io.witan.planning.port.Archived;
import io.witan.planning.port.TaskRepository;
import io.witan.shared.Page;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Merges the chains of a story and of all that came from it into one trail, by time. */
@Dependent
public class StoryTrail {
  private static final Comparator<TrailEntryWire> BY_TIME =
      Comparator.comparing(TrailEntryWire::at)
          .thenComparing(TrailEntryWire::kind)
          .thenComparing(TrailEntryWire::id)
          .thenComparing(TrailEntryWire::sequence);

  private final AuditTrail trail;
  private final ListPlans listPlans;
  private final ListDecisions listDecisions;
  private final ListTasks listTasks;
  private final GetDerivation getDerivation;
  private final GetDeliberation getDeliberation;

  @Inject
  public StoryTrail(
      AuditTrail trail,
      ListPlans listPlans,
      ListDecisions listDecisions,
      ListTasks listTasks,
      GetDerivation getDerivation,
      GetDeliberation getDeliberation) {
    this.trail = trail;
    this.listPlans = listPlans;
    this.listDecisions = listDecisions;
    this.listTasks = listTasks;
    this.getDerivation = getDerivation;
    this.getDeliberation = getDeliberation;
  }

  List<TrailEntryWire> of(StoryId story) {
    return chains(story).stream()
        .flatMap(chain -> trail.of(chain).stream())
        .map(TrailEntryWire::from)
        .sorted(BY_TIME)
        .toList();
  }

  /** The chains of a story and of all that came from it, whether or not they have entries. */
  List<AggregateRef> chains(StoryId story) {
    List<String> tasks = tasks(story);
    return Stream.of(
            chains(AuditKind.STORY, Stream.of(story.value())),
            chains(AuditKind.PLAN, listPlans.list(story).stream().map(plan -> plan.id().value())),
            chains(
                AuditKind.DECISION,
                listDecisions.list(story).stream().map(decision -> decision.id().value())),
            chains(AuditKind.DERIVATION, derivations(story)),
            chains(AuditKind.JUDGEMENT, Stream.of(JudgementId.of(story).value())),
            chains(AuditKind.TASK, tasks.stream()),
            chains(AuditKind.WORKFLOW, tasks.stream()),
            chains(
                AuditKind.DELIBERATION,
                getDeliberation.ofStory(story.value()).stream().map(id -> id.value())))
        .flatMap(all -> all)
        .toList();
  }

  private Stream<String> derivations(StoryId story) {
    return listPlans.list(story).stream()
        .map(plan -> getDerivation.get(plan.id()))
        .flatMap(
            found ->
                found
                    .fold(GetDerivation.Found::derivation, none -> Optional.<TaskDerivation>empty())
                    .stream())
        .map(derivation -> derivation.id().value());
  }

  private List<String> tasks(StoryId story) {
    List<String> ids = new ArrayList<>();
    Optional<Page.Request> wanted = Optional.of(Page.Request.first(Page.MOST));
    while (wanted.isPresent()) {
      Page<Task> page =
          listTasks.list(TaskRepository.Filter.of(story).with(Archived.SHOWN), wanted.get());
      page.items().forEach(task -> ids.add(task.id().value()));
      wanted = page.next().map(next -> new Page.Request(Page.MOST, Optional.of(next)));
    }
    return ids;
  }

  private static Stream<AggregateRef> chains(AuditKind kind, Stream<String> ids) {
    return ids.map(kind::of);
  }
}
