package io.witan.deliberation.domain;

/** Names one turn everywhere: a runner that sees a key twice may answer what it answered before. */
public record TurnKey(DeliberationId deliberation, int sequence) {

  @Override
  public String toString() {
    return deliberation + "/" + sequence;
  }
}
