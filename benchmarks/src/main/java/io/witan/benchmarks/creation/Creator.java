package io.witan.benchmarks.creation;

import io.grpc.ManagedChannel;
import io.grpc.netty.shaded.io.grpc.netty.NettyChannelBuilder;
import io.witan.benchmarks.stack.StoryTexts;
import io.witan.proto.planning.v2.CreateStoryRequest;
import io.witan.proto.planning.v2.CreateStoryResponse;
import io.witan.proto.planning.v2.PlanningServiceGrpc;
import io.witan.proto.planning.v2.PlanningServiceGrpc.PlanningServiceBlockingStub;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.UnaryOperator;

/** A client that writes stories of ordinary size, all callers on one channel. */
final class Creator implements AutoCloseable {
  private static final String BRIEF =
      StoryTexts.BRIEF
          + "\n\n## Acceptance criteria\n- "
          + String.join("\n- ", StoryTexts.CRITERIA);

  private final ManagedChannel channel;
  private final UnaryOperator<PlanningServiceBlockingStub> before;
  private final PlanningServiceBlockingStub planning;
  private final String epic;
  private final String creator;
  private final AtomicLong count = new AtomicLong();

  /**
   * A client of one server.
   *
   * @param creator the name in the message
   * @param before what is added to each call
   */
  Creator(
      int port, String epic, String creator, UnaryOperator<PlanningServiceBlockingStub> before) {
    this.channel = NettyChannelBuilder.forAddress("127.0.0.1", port).usePlaintext().build();
    this.planning = PlanningServiceGrpc.newBlockingStub(channel);
    this.epic = epic;
    this.creator = creator;
    this.before = before;
  }

  /** Writes one story and waits for the answer. */
  void create() {
    CreateStoryResponse answer =
        before
            .apply(planning)
            .createStory(
                CreateStoryRequest.newBuilder()
                    .setEpicId(epic)
                    .setTitle("Pay by card, number " + count.incrementAndGet())
                    .setBrief(BRIEF)
                    .setCreatedBy(creator)
                    .build());
    if (!answer.getSuccess() || answer.getStory().getStoryId().isEmpty()) {
      throw new IllegalStateException("no story was written: " + answer.getMessage());
    }
  }

  @Override
  public void close() {
    channel.shutdownNow();
  }
}
