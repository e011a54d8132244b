package io.witan.benchmarks.transitions;

import io.witan.benchmarks.load.Contender;
import io.witan.benchmarks.stack.PlanningByHand;
import io.witan.planning.domain.Story;
import io.witan.planning.domain.StoryId;
import io.witan.planning.domain.StoryState;

/** The use case itself, called as the REST resource calls it. */
final class InProcess implements Contender {
  private final PlanningByHand planning;
  private final Story[] stories;

  InProcess(TappedGraph graph, int clients) {
    planning = PlanningByHand.on(graph);
    stories = new Story[clients];
    for (int client = 0; client < clients; client++) {
      stories[client] = write();
    }
  }

  /** A new story in DRAFT. */
  Story write() {
    return planning.write();
  }

  Story move(StoryId story, StoryState target) {
    return planning.move(story, target);
  }

  @Override
  public String name() {
    return "in process";
  }

  @Override
  public void call(int client) {
    Story story = stories[client];
    StoryState target = story.state() == StoryState.DRAFT ? StoryState.PO_REVIEW : StoryState.DRAFT;
    stories[client] = move(story.id(), target);
  }

  @Override
  public void settle() {
    // What it commits is sent nowhere.
  }

  @Override
  public void close() {
    // The pool belongs to the benchmark.
  }
}
