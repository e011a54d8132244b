package io.witan.planning.application;

import io.witan.planning.domain.Decision;
import io.witan.planning.domain.StoryId;
import io.witan.planning.port.DecisionRepository;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.util.List;

/** Reads the decisions about a story. */
@Dependent
public class ListDecisions {
  private final DecisionRepository decisions;

  @Inject
  public ListDecisions(DecisionRepository decisions) {
    this.decisions = decisions;
  }

  /** Oldest first; empty for an unknown story. */
  public List<Decision> list(StoryId story) {
    return decisions.ofStory(story);
  }
}
