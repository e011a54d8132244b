package io.witan.deliberation.domain;

import java.util.Objects;
import java.util.Optional;

/**
 * A turn that was taken. It is written once and never changed.
 *
 * @param requestDigest SHA-256 (hex) of the canonical form of what the agent was asked
 * @param cost what it took
 * @param result what came of it
 */
public record Turn(TurnSlot slot, String requestDigest, TurnCost cost, Result result) {

  /** What came of a turn. */
  public sealed interface Result {}

  /**
   * The agent answered.
   *
   * @param text the answer to the letter
   * @param checks what was checked about it when it came; of what is no proposal, nothing
   */
  public record Said(String text, Contribution contribution, CheckSuite checks) implements Result {
    public Said {
      Objects.requireNonNull(text, "text");
      Objects.requireNonNull(contribution, "contribution");
      Objects.requireNonNull(checks, "checks");
    }

    /** Of which nothing was checked. */
    public Said(String text, Contribution contribution) {
      this(text, contribution, CheckSuite.none());
    }
  }

  /** No usable answer came, and no more is tried. */
  public record Failed(String reason) implements Result {
    public Failed {
      Objects.requireNonNull(reason, "reason");
    }
  }

  public Turn {
    Objects.requireNonNull(slot, "slot");
    Objects.requireNonNull(requestDigest, "requestDigest");
    Objects.requireNonNull(cost, "cost");
    Objects.requireNonNull(result, "result");
  }

  /** The answer, unless the turn failed. */
  public Optional<Said> said() {
    return result instanceof Said said ? Optional.of(said) : Optional.empty();
  }

  /** The reason, if the turn failed. */
  public Optional<String> failure() {
    return result instanceof Failed failed ? Optional.of(failed.reason()) : Optional.empty();
  }

  /** The answer as a proposal, if it is one. */
  public Optional<Proposal> proposal() {
    return said()
        .map(Said::contribution)
        .filter(Proposal.class::isInstance)
        .map(Proposal.class::cast);
  }

  /** The answer as a critique, if it is one. */
  public Optional<Critique> critique() {
    return said()
        .map(Said::contribution)
        .filter(Critique.class::isInstance)
        .map(Critique.class::cast);
  }

  /** The answer as a ballot, if it is one. */
  public Optional<Ballot> ballot() {
    return said().map(Said::contribution).filter(Ballot.class::isInstance).map(Ballot.class::cast);
  }
}
