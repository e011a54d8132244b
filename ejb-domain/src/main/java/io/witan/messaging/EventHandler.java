package io.witan.messaging;

import io.witan.shared.Outcome;
import java.util.Set;

/** Acts on events of other contexts by calling one use case. */
public interface EventHandler {

  /** The name under which it remembers what it has acted on; never changed. */
  String consumer();

  Set<String> subjects();

  /** Acts on the event, in the transaction that also remembers it. */
  Outcome<?> on(IncomingEvent event);
}
