package io.witan.ledger.port;

/** Tells those who listen right now. Nothing is kept, and nobody learns what was not heard. */
public interface Broadcast {

  /**
   * Whether it is worth telling. False where nobody listened a moment ago: who begins to listen may
   * miss what was told within the next second.
   */
  default boolean mayBeHeard(String subject) {
    return true;
  }

  /**
   * Tells it; without a connection it is lost, and nobody is held up.
   *
   * @param payload JSON text
   */
  void tell(String subject, String payload);
}
