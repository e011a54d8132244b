package io.witan.cli.run;

import io.witan.cli.Stop;
import io.witan.cli.api.Story;
import io.witan.cli.api.StoryState;
import io.witan.cli.run.Gatekeeper.Gate;
import java.util.Optional;

/** The story has followed its tasks to READY_TO_REVIEW; the product owner accepts it. */
final class AcceptStory implements Step {
  @Override
  public void take(Journey journey) {
    if (journey.story().state().reached(StoryState.ACCEPTED)) {
      return;
    }
    Story story = journey.pace().await("the story to follow its tasks", () -> settled(journey));
    if (!story.state().onMainWay()) {
      throw Stop.refused(
          "the story is %s: no task of it is left to finish".formatted(story.state()),
          "start anew with: ./witan run FILE --again");
    }
    String owner = journey.name(DemoRole.PO);
    journey.gatekeeper().decide(new Gate("Accept the story?", owner, false));
    journey.move(StoryState.READY_TO_REVIEW, StoryState.ACCEPTED, Optional.empty());
  }

  private static Optional<Story> settled(Journey journey) {
    journey.watchStory();
    return Optional.of(journey.story())
        .filter(
            story ->
                story.state().reached(StoryState.READY_TO_REVIEW) || !story.state().onMainWay());
  }
}
