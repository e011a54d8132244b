package io.witan.shared;

/** Who acts: the subject of a token, a person, an agent or a service. */
public record ActorId(String value) {
  public ActorId {
    Ids.valid("actor", value);
  }

  @Override
  public String toString() {
    return value;
  }
}
