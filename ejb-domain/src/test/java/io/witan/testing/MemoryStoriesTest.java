package io.witan.testing;

import io.witan.ledger.port.Transactions;
import io.witan.planning.port.StoryRepository;
import io.witan.planning.port.StoryRepositoryContract;

class MemoryStoriesTest extends StoryRepositoryContract {
  private final Memory memory = new Memory();

  @Override
  protected Transactions transactions() {
    return memory.transactions;
  }

  @Override
  protected StoryRepository stories() {
    return memory.stories;
  }
}
