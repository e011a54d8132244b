package io.witan.ledger.port;

import java.util.Optional;

/** Signs what the ledger hands out, so that others can tell what Witan said and what not. */
public interface Notary {

  /** A signature of the text, that names the key. */
  String sign(String content);

  /** What is wrong with a signature; absent when it is one of ours for exactly this text. */
  Optional<String> fault(String content, String signature);
}
