package io.witan.planning.application;

import io.witan.planning.domain.Story;
import io.witan.planning.domain.StoryId;
import io.witan.planning.port.StoryRepository;
import io.witan.shared.Outcome;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;

/** Reads one story. */
@Dependent
public class GetStory {
  private final StoryRepository repository;

  @Inject
  public GetStory(StoryRepository repository) {
    this.repository = repository;
  }

  /** The story, or {@code NOT_FOUND}. */
  public Outcome<Story> get(StoryId id) {
    return Outcome.found("story", id, repository.find(id));
  }
}
