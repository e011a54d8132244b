package io.witan.deliberation.port;

import io.witan.deliberation.domain.Bulletin;
import io.witan.deliberation.domain.Report;
import io.witan.shared.Change;
import java.util.Optional;

/** Keeps what was told about stories; what is saved is told. */
public interface Bulletins {

  Optional<Bulletin> find(String storyId);

  /** Reads it and keeps others from changing it until the transaction ends. */
  Optional<Bulletin> lock(String storyId);

  void save(Change<Bulletin, Report> change);
}
