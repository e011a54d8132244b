package io.witan.identity.port;

import io.witan.identity.domain.SigningKey;

/** Where the key pair comes from that signs tokens. */
public interface SigningKeys {

  /** The key that signs now; made at the first call ever, and the same from then on. */
  SigningKey current();
}
