package io.witan.benchmarks.relay;

import io.witan.benchmarks.stack.ProductOwner;
import java.io.IOException;

/** Moves one story to and fro, once each time that it is called. Stops at the first failure. */
final class PacedWriter implements Runnable {
  private final ProductOwner owner;
  private final String story;
  private boolean inReview;
  private volatile IOException failure;

  PacedWriter(ProductOwner owner, String story) {
    this.owner = owner;
    this.story = story;
  }

  @Override
  public void run() {
    if (failure != null) {
      return;
    }
    try {
      owner.move(story, inReview ? "DRAFT" : "PO_REVIEW");
      inReview = !inReview;
    } catch (IOException refused) {
      failure = refused;
    }
  }

  void requireSuccess() throws IOException {
    if (failure != null) {
      throw failure;
    }
  }
}
