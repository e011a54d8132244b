package io.witan.planning.application;

import io.witan.planning.domain.TaskDerivation;
import io.witan.planning.port.DerivationRepository;
import io.witan.planning.port.DerivationRepository.Filter;
import io.witan.shared.Page;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;

/** Reads derivations page by page, such as those that wait for a person. */
@Dependent
public class ListDerivations {
  private final DerivationRepository repository;

  @Inject
  public ListDerivations(DerivationRepository repository) {
    this.repository = repository;
  }

  public Page<TaskDerivation> list(Filter filter, Page.Request page) {
    return repository.list(filter, page);
  }
}
