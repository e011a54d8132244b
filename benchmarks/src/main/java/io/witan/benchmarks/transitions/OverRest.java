package io.witan.benchmarks.transitions;

import io.witan.benchmarks.load.Contender;
import io.witan.benchmarks.stack.ProductOwner;
import io.witan.benchmarks.stack.Quiet;
import java.io.IOException;
import java.nio.charset.StandardCharsets;

/** The running stack's REST API. */
final class OverRest implements Contender {
  private static final byte[] TO_REVIEW = body("PO_REVIEW");
  private static final byte[] TO_DRAFT = body("DRAFT");
  private final ProductOwner owner;
  private final Quiet quiet;
  private final String[] paths;
  private final boolean[] inReview;

  OverRest(ProductOwner owner, Quiet quiet, int clients) throws IOException {
    this.owner = owner;
    this.quiet = quiet;
    this.paths = new String[clients];
    this.inReview = new boolean[clients];
    for (int client = 0; client < clients; client++) {
      paths[client] = "/stories/" + owner.writeStory() + "/transitions";
    }
  }

  private static byte[] body(String target) {
    return "{\"target_state\": \"%s\"}".formatted(target).getBytes(StandardCharsets.UTF_8);
  }

  @Override
  public String name() {
    return "REST";
  }

  @Override
  public void call(int client) throws IOException {
    byte[] unused = owner.rest().postBytes(paths[client], inReview[client] ? TO_DRAFT : TO_REVIEW);
    inReview[client] = !inReview[client];
  }

  @Override
  public void settle() throws InterruptedException {
    quiet.await();
  }

  @Override
  public void close() {
    // Connections end with the program.
  }
}
