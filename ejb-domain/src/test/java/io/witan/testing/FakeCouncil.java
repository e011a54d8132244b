package io.witan.testing;

import io.witan.deliberation.port.TermsPolicy.Wish;
import io.witan.planning.domain.PlanContent;
import io.witan.planning.domain.Story;
import io.witan.planning.domain.StoryId;
import io.witan.planning.domain.TaskId;
import io.witan.planning.port.PlanningCouncil;
import io.witan.shared.Command;
import io.witan.shared.Outcome;
import io.witan.shared.Refusal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A council that has decided already, and remembers what it was asked for. */
public final class FakeCouncil implements PlanningCouncil {
  public final List<StoryId> convened = new ArrayList<>();

  /** What was wished each time. */
  public final List<Wish> wishes = new ArrayList<>();

  /** The ids of the stories and tasks that it was told to leave alone. */
  public final List<String> dismissed = new ArrayList<>();

  private final Map<String, Verdict> verdicts = new HashMap<>();

  public void decides(String deliberation, StoryId story, PlanContent content) {
    verdicts.put(deliberation, new Verdict(story, content));
  }

  @Override
  public Outcome<String> convene(Command command, Story story, Wish wish) {
    convened.add(story.id());
    wishes.add(wish);
    return Outcome.done("d-" + convened.size());
  }

  @Override
  public Outcome<String> reconvene(Command command, Story story) {
    dismissed.add("plan of " + story.id());
    return convene(command, story, Wish.none());
  }

  @Override
  public void dismiss(Command command, StoryId story) {
    dismissed.add(story.value());
  }

  @Override
  public void dismiss(Command command, StoryId story, TaskId task) {
    dismissed.add(task.value());
  }

  @Override
  public Outcome<Verdict> verdict(String deliberation) {
    return Optional.ofNullable(verdicts.get(deliberation))
        .map(Outcome::done)
        .orElseGet(() -> Refusal.notFound("deliberation", deliberation).asOutcome());
  }
}
