package io.witan.cli.api;

import io.witan.cli.ExitCode;
import io.witan.cli.Stop;
import java.net.URI;
import java.util.List;

/** Nobody answers at the address, or whoever does is not Witan. */
public final class UnreachableException extends Stop {
  private static final long serialVersionUID = 1L;

  UnreachableException(URI server, String what, Throwable cause) {
    super(
        ExitCode.UNREACHABLE,
        "no Witan server at %s: %s".formatted(server, what),
        List.of(
            "start it with: ./witan up", "another address: WITAN_URL=http://host:port ./witan ..."),
        cause);
  }
}
