package io.witan.planning.application;

import io.witan.planning.domain.Epic;
import io.witan.planning.domain.EpicId;
import io.witan.planning.port.EpicRepository;
import io.witan.shared.Outcome;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;

/** Reads one epic. */
@Dependent
public class GetEpic {
  private final EpicRepository repository;

  @Inject
  public GetEpic(EpicRepository repository) {
    this.repository = repository;
  }

  /** The epic, or {@code NOT_FOUND}. */
  public Outcome<Epic> get(EpicId id) {
    return Outcome.found("epic", id, repository.find(id));
  }
}
