package io.witan.cli.run;

import io.witan.cli.api.About;
import io.witan.cli.api.RefusedException;
import io.witan.cli.api.Story;
import io.witan.cli.api.StoryState;
import io.witan.cli.api.WitanApi;
import io.witan.cli.repo.ScratchRepository;
import java.util.Optional;

/**
 * What the steps of one run share: the story on the server, the people, the gates and what is told.
 * The story is read anew whenever it is asked for.
 */
final class Journey {
  private static final int TRIES = 5;

  private final About about;
  private final String storyId;
  private final DemoUsers users;
  private final Gatekeeper gatekeeper;
  private final Narration narration;
  private final Pace pace;
  private final ScratchRepository repository;
  private final StoryWatch watch;
  private final Deliberations deliberations = new Deliberations(this);

  Journey(
      About about,
      String storyId,
      DemoUsers users,
      Gatekeeper gatekeeper,
      Narration narration,
      Pace pace,
      ScratchRepository repository) {
    this.repository = repository;
    this.about = about;
    this.storyId = storyId;
    this.users = users;
    this.gatekeeper = gatekeeper;
    this.narration = narration;
    this.pace = pace;
    this.watch = new StoryWatch(storyId, narration);
  }

  About about() {
    return about;
  }

  String storyId() {
    return storyId;
  }

  WitanApi as(DemoRole role) {
    return users.as(role);
  }

  String name(DemoRole role) {
    return users.name(role);
  }

  Gatekeeper gatekeeper() {
    return gatekeeper;
  }

  Narration tell() {
    return narration;
  }

  Pace pace() {
    return pace;
  }

  ScratchRepository repository() {
    return repository;
  }

  Story story() {
    return as(DemoRole.PO).story(storyId);
  }

  /** Tells what the story went through since the last time. */
  void watchStory() {
    watch.tellNews(as(DemoRole.PO));
  }

  /**
   * Moves the story one state on, if it still stands before it. When something else moved it
   * meanwhile, looks again.
   *
   * @param reason why a guard is overridden, if it is
   */
  void move(StoryState from, StoryState to, Optional<String> reason) {
    overtakable(
        () -> {
          Story story = story();
          if (story.state() == from) {
            as(DemoRole.PO).transition(story, to, reason);
          }
        });
    watchStory();
  }

  /**
   * Does something that looks first; when the server says that something else came first, does it
   * again.
   */
  void overtakable(Runnable lookAndAct) {
    for (int left = TRIES; ; left--) {
      try {
        lookAndAct.run();
        return;
      } catch (RefusedException refused) {
        if (!refused.is("STALE_VERSION") || left == 1) {
          throw refused;
        }
      }
    }
  }

  Deliberations deliberations() {
    return deliberations;
  }
}
