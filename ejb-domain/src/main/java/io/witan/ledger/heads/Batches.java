package io.witan.ledger.heads;

import java.util.function.Consumer;

/** Where exported batches are kept, one after the other. */
interface Batches {

  /** How many there are. */
  long count();

  /** Hands on the lines after the first so many. */
  void read(long after, long most, Consumer<String> each);
}
