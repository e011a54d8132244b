package io.witan.cli.api;

import java.util.List;
import java.util.Optional;

/**
 * Things of a list.
 *
 * @param next where the list goes on, when that is not its end
 * @param total how many there are in all, if that was asked for
 */
public record Listing(List<Thing> things, Optional<String> next, Optional<Long> total) {
  public Listing {
    things = List.copyOf(things);
  }
}
