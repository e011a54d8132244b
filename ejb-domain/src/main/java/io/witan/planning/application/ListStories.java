package io.witan.planning.application;

import io.witan.planning.domain.Story;
import io.witan.planning.port.StoryRepository;
import io.witan.shared.Page;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;

/** Reads stories page by page. */
@Dependent
public class ListStories {
  private final StoryRepository stories;

  @Inject
  public ListStories(StoryRepository stories) {
    this.stories = stories;
  }

  /** One page of those that fit, in the order that is asked for. */
  public Page<Story> list(StoryRepository.Filter filter, Page.Request page) {
    return stories.list(filter, page);
  }
}
