package io.witan.ledger.heads;

import io.witan.ledger.adapter.CanonicalJson;
import io.witan.ledger.port.Notary;
import java.util.Optional;

/** Signs by a word. */
record FakeNotary(String word) implements Notary {
  FakeNotary() {
    this("word");
  }

  @Override
  public String sign(String content) {
    return CanonicalJson.sha256(word + content);
  }

  @Override
  public Optional<String> fault(String content, String signature) {
    return sign(content).equals(signature) ? Optional.empty() : Optional.of("it is not signed");
  }
}
