package io.witan.deliberation.port;

import io.witan.deliberation.domain.Endpoint;
import io.witan.shared.Outcome;
import java.util.Optional;

/** Says at which model servers the agents of a request may be asked. */
public interface ModelServers {

  /**
   * Where agents are asked that are to be asked at that address.
   *
   * @param field how the request calls the address
   * @return nothing when it is the configured server, which the runner knows by itself; refused,
   *     with the addresses that may be named, when it is no other that is allowed
   */
  Outcome<Optional<Endpoint>> at(String field, String address);
}
