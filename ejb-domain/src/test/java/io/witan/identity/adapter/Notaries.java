package io.witan.identity.adapter;

import io.witan.ledger.port.Notary;
import java.nio.file.Path;
import java.util.Optional;

/** The real notary, for tests of what is signed. */
public final class Notaries {
  private Notaries() {}

  /** Signs by the key in a folder, which is made if it is not there. */
  public static Notary in(Path folder) {
    return new JwsNotary(new PemSigningKeys(folder.toString()), Optional.empty());
  }
}
