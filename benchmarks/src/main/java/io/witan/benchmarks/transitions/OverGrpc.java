package io.witan.benchmarks.transitions;

import io.grpc.ManagedChannel;
import io.grpc.Metadata;
import io.grpc.netty.shaded.io.grpc.netty.NettyChannelBuilder;
import io.grpc.stub.MetadataUtils;
import io.witan.benchmarks.load.Contender;
import io.witan.benchmarks.stack.ProductOwner;
import io.witan.benchmarks.stack.Quiet;
import io.witan.proto.planning.v2.PlanningServiceGrpc;
import io.witan.proto.planning.v2.TransitionStoryRequest;
import io.witan.proto.planning.v2.TransitionStoryResponse;
import java.io.IOException;

/** The running stack's gRPC services, all clients on one channel. */
final class OverGrpc implements Contender {
  private final Quiet quiet;
  private final ManagedChannel channel;
  private final PlanningServiceGrpc.PlanningServiceBlockingStub planning;
  private final String[] stories;
  private final boolean[] inReview;

  OverGrpc(int port, ProductOwner owner, Quiet quiet, int clients) throws IOException {
    this.quiet = quiet;
    this.channel = NettyChannelBuilder.forAddress("127.0.0.1", port).usePlaintext().build();
    Metadata token = new Metadata();
    token.put(
        Metadata.Key.of("authorization", Metadata.ASCII_STRING_MARSHALLER),
        "Bearer " + owner.rest().token());
    this.planning =
        PlanningServiceGrpc.newBlockingStub(channel)
            .withInterceptors(MetadataUtils.newAttachHeadersInterceptor(token));
    this.stories = new String[clients];
    this.inReview = new boolean[clients];
    for (int client = 0; client < clients; client++) {
      stories[client] = owner.writeStory();
    }
  }

  @Override
  public String name() {
    return "gRPC";
  }

  @Override
  public void call(int client) {
    TransitionStoryResponse answer =
        planning.transitionStory(
            TransitionStoryRequest.newBuilder()
                .setStoryId(stories[client])
                .setTargetState(inReview[client] ? "DRAFT" : "PO_REVIEW")
                .build());
    if (!answer.getSuccess()) {
      throw new IllegalStateException(answer.getMessage());
    }
    inReview[client] = !inReview[client];
  }

  @Override
  public void settle() throws InterruptedException {
    quiet.await();
  }

  @Override
  public void close() {
    channel.shutdownNow();
  }
}
