package io.witan.planning.application;

import io.witan.planning.domain.Decision;
import io.witan.planning.domain.DecisionId;
import io.witan.planning.port.DecisionRepository;
import io.witan.shared.Outcome;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;

/** Reads one decision. */
@Dependent
public class GetDecision {
  private final DecisionRepository repository;

  @Inject
  public GetDecision(DecisionRepository repository) {
    this.repository = repository;
  }

  /** The decision, or {@code NOT_FOUND}. */
  public Outcome<Decision> get(DecisionId id) {
    return Outcome.found("decision", id, repository.find(id));
  }
}
