package io.witan.benchmarks.creation;

import io.grpc.Metadata;
import io.grpc.stub.MetadataUtils;
import io.witan.benchmarks.load.Contender;
import io.witan.benchmarks.stack.ProductOwner;
import io.witan.benchmarks.stack.Quiet;
import io.witan.benchmarks.stack.Stack;
import io.witan.proto.planning.v2.PlanningServiceGrpc.PlanningServiceBlockingStub;
import java.io.IOException;
import java.util.Map;
import java.util.UUID;
import java.util.function.UnaryOperator;

/** The running stack: rules, token, audit chain, outbox, and a relay that sends each event. */
final class WitanSide implements Contender {
  private final String name;
  private final Creator creator;
  private final Map<String, Long> processes;
  private final Quiet quiet;

  private WitanSide(String name, Creator creator, Stack stack, Quiet quiet) throws IOException {
    this.name = name;
    this.creator = creator;
    this.processes = stack.processes();
    this.quiet = quiet;
  }

  static WitanSide plain(Stack stack, ProductOwner owner, Quiet quiet) throws IOException {
    Metadata token = token(owner);
    return new WitanSide(
        "Witan", client(stack, owner, planning -> with(planning, token)), stack, quiet);
  }

  /** Each call with an idempotency key of its own, so that its answer is kept. */
  static WitanSide keyed(Stack stack, ProductOwner owner, Quiet quiet) throws IOException {
    Creator client =
        client(
            stack,
            owner,
            planning -> {
              Metadata metadata = token(owner);
              metadata.put(ascii("idempotency-key"), UUID.randomUUID().toString());
              return with(planning, metadata);
            });
    return new WitanSide("Witan, keyed", client, stack, quiet);
  }

  private static Creator client(
      Stack stack, ProductOwner owner, UnaryOperator<PlanningServiceBlockingStub> before) {
    return new Creator(stack.grpcPort(), owner.epic(), "", before);
  }

  private static Metadata token(ProductOwner owner) {
    Metadata metadata = new Metadata();
    metadata.put(ascii("authorization"), "Bearer " + owner.rest().token());
    return metadata;
  }

  private static PlanningServiceBlockingStub with(
      PlanningServiceBlockingStub planning, Metadata metadata) {
    return planning.withInterceptors(MetadataUtils.newAttachHeadersInterceptor(metadata));
  }

  private static Metadata.Key<String> ascii(String name) {
    return Metadata.Key.of(name, Metadata.ASCII_STRING_MARSHALLER);
  }

  @Override
  public String name() {
    return name;
  }

  @Override
  public void call(int client) {
    creator.create();
  }

  @Override
  public Map<String, Long> processes() {
    return processes;
  }

  @Override
  public void settle() throws InterruptedException {
    quiet.await();
  }

  @Override
  public void close() {
    creator.close();
  }
}
