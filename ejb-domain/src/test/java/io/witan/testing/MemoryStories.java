package io.witan.testing;

import static io.witan.testing.MemoryStore.contains;
import static io.witan.testing.MemoryStore.is;
import static io.witan.testing.MemoryStore.isShown;

import io.witan.planning.domain.EpicId;
import io.witan.planning.domain.Story;
import io.witan.planning.domain.StoryEvent;
import io.witan.planning.domain.StoryId;
import io.witan.planning.port.StoryRepository;
import io.witan.shared.Change;
import io.witan.shared.Page;
import java.util.List;
import java.util.Optional;

/** Stories in memory. */
public final class MemoryStories implements StoryRepository {
  private final MemoryStore<Story, StoryEvent> store;

  public MemoryStories(MemoryTransactions transactions) {
    store =
        new MemoryStore<>(
            transactions,
            new MemoryStore.Shape<>(
                "Story",
                story -> story.id().value(),
                Story::version,
                Story::createdAt,
                Story::updatedAt));
  }

  /** Puts it there as it is, without a transaction and without an event. */
  public Story given(Story story) {
    store.given(story);
    return story;
  }

  @Override
  public Optional<Story> find(StoryId id) {
    return store.find(id.value());
  }

  @Override
  public Optional<Story> lock(StoryId id) {
    return store.lock(id.value());
  }

  @Override
  public void save(Change<Story, StoryEvent> change) {
    store.save(change);
  }

  @Override
  public Page<Story> list(Filter filter, Page.Request page) {
    return store.page(filter, story -> fits(story, filter), page);
  }

  @Override
  public List<StoryId> openOf(EpicId epic, int most) {
    return store.all(story -> !story.archived() && story.epic().equals(epic)).stream()
        .map(Story::id)
        .limit(most)
        .toList();
  }

  private static boolean fits(Story story, Filter filter) {
    return isShown(story.archived(), filter.archived())
        && is(story.state(), filter.state())
        && is(story.epic(), filter.epic())
        && (filter.sourceDigest().isEmpty() || filter.sourceDigest().equals(story.sourceDigest()))
        && is(story.createdBy(), filter.creator())
        && contains(story.text().title(), filter.text());
  }
}
