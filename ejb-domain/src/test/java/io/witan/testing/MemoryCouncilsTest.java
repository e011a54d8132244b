package io.witan.testing;

import static org.assertj.core.api.Assertions.assertThat;

import io.witan.deliberation.port.CouncilRepository;
import io.witan.deliberation.port.CouncilRepositoryContract;
import io.witan.ledger.port.Transactions;
import org.junit.jupiter.api.Test;

class MemoryCouncilsTest extends CouncilRepositoryContract {
  private final Memory memory = new Memory();

  @Override
  protected Transactions transactions() {
    return memory.transactions;
  }

  @Override
  protected CouncilRepository councils() {
    return memory.councils;
  }

  @Test
  void it_is_empty_before_the_first() {
    assertThat(councils().isEmpty()).isTrue();
  }
}
