package io.witan.cli.api;

import java.util.List;

/** One page of a list; {@code next} is the cursor of the following one, absent on the last. */
record Items<T>(List<T> items, String next) {
  Items {
    items = Lists.of(items);
  }
}
