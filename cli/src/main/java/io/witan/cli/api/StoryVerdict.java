package io.witan.cli.api;

import java.util.List;

/** Whether the chains of a story, and of all that came from it, hold. */
public record StoryVerdict(boolean holds, List<ChainVerdict> chains) {
  public StoryVerdict {
    chains = Lists.of(chains);
  }

  /** How many entries the chains have. */
  public long entries() {
    return chains.stream().mapToLong(ChainVerdict::entries).sum();
  }

  /** The chains that do not hold. */
  public List<ChainVerdict> broken() {
    return chains.stream().filter(chain -> !chain.holds()).toList();
  }
}
