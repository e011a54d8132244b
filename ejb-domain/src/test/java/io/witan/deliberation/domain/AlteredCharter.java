package io.witan.deliberation.domain;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** A charter like another but for what a test wants otherwise, and it cannot say by itself. */
public final class AlteredCharter {
  private final Charter usual;
  private Assignment assignment;
  private List<Agent> agents;
  private Instant createdAt;
  private Optional<Mandate> mandate;

  private AlteredCharter(Charter usual) {
    this.usual = usual;
    this.assignment = usual.assignment();
    this.agents = usual.agents();
    this.createdAt = usual.createdAt();
    this.mandate = usual.mandate();
  }

  public static AlteredCharter like(Charter usual) {
    return new AlteredCharter(usual);
  }

  /** With an assignment that is filed under the story. */
  public AlteredCharter ofStory(String story) {
    this.assignment = new Assignment("Pay", "By card", List.of(), Optional.of(story));
    return this;
  }

  public AlteredCharter seating(List<Agent> others) {
    this.agents = others;
    return this;
  }

  public AlteredCharter at(Instant other) {
    this.createdAt = other;
    return this;
  }

  public AlteredCharter mandated(Mandate gate) {
    this.mandate = Optional.of(gate);
    return this;
  }

  /**
   * What came of it.
   *
   * @throws io.witan.shared.InvalidValue when there is no such charter
   */
  public Charter charter() {
    return new Charter(
        usual.subject(),
        usual.purpose(),
        assignment,
        usual.pack(),
        usual.runner(),
        agents,
        usual.requestedBy(),
        createdAt,
        usual.traceId(),
        mandate,
        usual.terms(),
        usual.origin(),
        usual.isApart());
  }
}
