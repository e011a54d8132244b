package io.witan.ledger.port;

import io.witan.ledger.domain.WireEvent;
import java.util.List;
import java.util.Map;

/** What others are to hear although a refusal keeps nothing of its transaction. */
public interface Asides {

  /**
   * Has this written onto the chain of the one who acts, and its events sent, in a transaction of
   * its own, if the running transaction ends with a refusal. Otherwise it is forgotten.
   */
  void ifRefused(Aside aside);

  /**
   * What is told.
   *
   * @param action its past-tense name in the audit trail
   * @param facts what the audit entry tells
   */
  record Aside(String action, Map<String, Object> facts, List<WireEvent> messages) {
    public Aside {
      facts = Map.copyOf(facts);
      messages = List.copyOf(messages);
    }
  }
}
