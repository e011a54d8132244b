package io.witan.planning.application;

import io.witan.planning.domain.Epic;
import io.witan.planning.port.EpicRepository;
import io.witan.shared.Page;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;

/** Reads epics page by page. */
@Dependent
public class ListEpics {
  private final EpicRepository epics;

  @Inject
  public ListEpics(EpicRepository epics) {
    this.epics = epics;
  }

  /** One page of those that fit, in the order that is asked for. */
  public Page<Epic> list(EpicRepository.Filter filter, Page.Request page) {
    return epics.list(filter, page);
  }
}
