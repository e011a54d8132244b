package io.witan.planning.application;

import io.witan.planning.domain.Ceremony;
import io.witan.planning.domain.CeremonyId;
import io.witan.planning.port.CeremonyRepository;
import io.witan.shared.Outcome;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;

/** Reads one ceremony. */
@Dependent
public class GetCeremony {
  private final CeremonyRepository repository;

  @Inject
  public GetCeremony(CeremonyRepository repository) {
    this.repository = repository;
  }

  /** The ceremony, or {@code NOT_FOUND}. */
  public Outcome<Ceremony> get(CeremonyId id) {
    return Outcome.found("ceremony", id, repository.find(id));
  }
}
