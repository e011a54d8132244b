package io.witan.identity.port;

import io.witan.identity.domain.Claims;

/** Signs what a token says. */
@FunctionalInterface
public interface TokenSigner {

  /** The signed token in compact form. */
  String sign(Claims claims);
}
