package io.witan.testing;

import static io.witan.testing.MemoryStore.contains;
import static io.witan.testing.MemoryStore.is;
import static io.witan.testing.MemoryStore.isShown;

import io.witan.planning.domain.Epic;
import io.witan.planning.domain.EpicEvent;
import io.witan.planning.domain.EpicId;
import io.witan.planning.domain.ProjectId;
import io.witan.planning.port.EpicRepository;
import io.witan.shared.Change;
import io.witan.shared.Page;
import java.util.List;
import java.util.Optional;

/** Epics in memory. */
public final class MemoryEpics implements EpicRepository {
  private final MemoryStore<Epic, EpicEvent> store;

  public MemoryEpics(MemoryTransactions transactions) {
    store =
        new MemoryStore<>(
            transactions,
            new MemoryStore.Shape<>(
                "Epic",
                epic -> epic.id().value(),
                Epic::version,
                Epic::createdAt,
                Epic::updatedAt));
  }

  /** Puts it there as it is, without a transaction and without an event. */
  public Epic given(Epic epic) {
    store.given(epic);
    return epic;
  }

  @Override
  public Optional<Epic> find(EpicId id) {
    return store.find(id.value());
  }

  @Override
  public Optional<Epic> lock(EpicId id) {
    return store.lock(id.value());
  }

  @Override
  public void save(Change<Epic, EpicEvent> change) {
    store.save(change);
  }

  @Override
  public Page<Epic> list(Filter filter, Page.Request page) {
    return store.page(filter, epic -> fits(epic, filter), page);
  }

  @Override
  public List<EpicId> openOf(ProjectId project, int most) {
    return store.all(epic -> !epic.archived() && epic.project().equals(project)).stream()
        .map(Epic::id)
        .limit(most)
        .toList();
  }

  private static boolean fits(Epic epic, Filter filter) {
    return isShown(epic.archived(), filter.archived())
        && is(epic.project(), filter.project())
        && is(epic.status(), filter.status())
        && contains(epic.title(), filter.text());
  }
}
