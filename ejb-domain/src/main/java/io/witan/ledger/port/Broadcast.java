package io.witan.ledger.port;

/** Tells those who listen right now. Nothing is kept, and nobody learns what was not heard. */
public interface Broadcast {

  /**
   * Tells it; without a connection it is lost, and nobody is held up.
   *
   * @param payload JSON text
   */
  void tell(String subject, String payload);
}
