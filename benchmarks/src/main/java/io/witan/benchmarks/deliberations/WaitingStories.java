package io.witan.benchmarks.deliberations;

import io.witan.benchmarks.stack.PlanningByHand;
import io.witan.planning.domain.StoryId;
import io.witan.planning.domain.StoryState;
import io.witan.shared.Outcome;
import java.util.List;
import java.util.stream.IntStream;

/** Stories that are ready to be planned, written by use cases rather than over a wire. */
record WaitingStories(PlanningByHand planning) {

  /** So many new ones; their ids. */
  List<String> write(int stories) {
    return IntStream.range(0, stories).mapToObj(number -> write()).toList();
  }

  private String write() {
    return PlanningByHand.value(
        planning
            .ledger()
            .transactions()
            .run(PlanningByHand.OWNER, () -> Outcome.done(readyForPlanning().value())));
  }

  private StoryId readyForPlanning() {
    StoryId story = planning.write().id();
    var reviewed = planning.pass(story, StoryState.PO_REVIEW);
    return planning.pass(reviewed.id(), StoryState.READY_FOR_PLANNING).id();
  }
}
