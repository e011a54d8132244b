package io.witan.planning.application;

import io.witan.planning.domain.Ceremony;
import io.witan.planning.port.CeremonyRepository;
import io.witan.planning.port.CeremonyRepository.Filter;
import io.witan.shared.Page;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;

/** Reads ceremonies page by page. */
@Dependent
public class ListCeremonies {
  private final CeremonyRepository repository;

  @Inject
  public ListCeremonies(CeremonyRepository repository) {
    this.repository = repository;
  }

  /** Oldest first. */
  public Page<Ceremony> list(Filter filter, Page.Request page) {
    return repository.list(filter, page);
  }
}
