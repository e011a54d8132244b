package io.witan.grpc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.google.protobuf.ByteString;
import com.google.protobuf.Empty;
import com.google.protobuf.UnknownFieldSet;
import io.grpc.CallOptions;
import io.grpc.Grpc;
import io.grpc.InsecureChannelCredentials;
import io.grpc.ManagedChannel;
import io.grpc.MethodDescriptor;
import io.grpc.Status;
import io.grpc.StatusRuntimeException;
import io.grpc.health.v1.HealthCheckRequest;
import io.grpc.health.v1.HealthCheckResponse.ServingStatus;
import io.grpc.health.v1.HealthGrpc;
import io.grpc.protobuf.ProtoUtils;
import io.grpc.reflection.v1.ServerReflectionGrpc;
import io.grpc.reflection.v1.ServerReflectionRequest;
import io.grpc.reflection.v1.ServerReflectionResponse;
import io.grpc.reflection.v1.ServiceResponse;
import io.grpc.stub.ClientCalls;
import io.grpc.stub.StreamObserver;
import io.witan.grpc.call.FailureTranslation;
import io.witan.proto.planning.v2.CreateStoryRequest;
import io.witan.proto.planning.v2.CreateStoryResponse;
import io.witan.proto.planning.v2.GetStoryRequest;
import io.witan.proto.planning.v2.PlanningServiceGrpc;
import io.witan.proto.planning.v2.Story;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class GrpcListenerIT {
  private static final Duration LONG = Duration.ofSeconds(30);

  private final ExecutorService handlers = Executors.newCachedThreadPool();
  private final List<ManagedChannel> channels = new ArrayList<>();

  @AfterEach
  void hangUp() {
    channels.forEach(ManagedChannel::shutdownNow);
    handlers.shutdownNow();
  }

  @Nested
  class Listening {

    @Test
    void offersEveryServiceOnEveryPort() throws CannotListen {
      try (GrpcListener listener = start(settings(0, 0, 0))) {
        assertThat(listener.ports()).hasSize(3).doesNotHaveDuplicates();
        for (int port : listener.ports()) {
          assertThat(planning(port).getStory(GetStoryRequest.getDefaultInstance()).getTitle())
              .isEqualTo("echo");
        }
      }
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "fleet.planning.v2.PlanningService"})
    void tellsItsHealthAndThatOfEachService(String service) throws CannotListen {
      try (GrpcListener listener = start(settings(0))) {
        assertThat(
                HealthGrpc.newBlockingStub(channel(listener.ports().get(0)))
                    .check(HealthCheckRequest.newBuilder().setService(service).build())
                    .getStatus())
            .isEqualTo(ServingStatus.SERVING);
      }
    }

    @Test
    void describesItself() throws Exception {
      try (GrpcListener listener = start(settings(0))) {
        assertThat(servicesOf(listener.ports().get(0)))
            .contains(
                "fleet.planning.v2.PlanningService",
                "grpc.health.v1.Health",
                "grpc.reflection.v1.ServerReflection",
                "grpc.reflection.v1alpha.ServerReflection");
      }
    }
  }

  @Nested
  class Refusing {

    @Test
    void namesTheTakenPortAndTheSetting() throws Exception {
      try (ServerSocket other = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
        int taken = other.getLocalPort();

        assertThatThrownBy(() -> start(settings(0, taken)))
            .isInstanceOf(CannotListen.class)
            .hasMessageContaining("port " + taken + " of 127.0.0.1 is taken")
            .hasMessageContaining("witan.grpc.ports");
      }
    }

    @Test
    void opensNoPortForStrangersWithADevelopmentAccount() {
      GrpcSettings open =
          new GrpcSettings(
              true, "0.0.0.0", List.of(0), 1024, Duration.ofSeconds(1), Optional.of("legacy"));

      assertThatThrownBy(() -> start(open)).hasMessageContaining("loopback only");
    }

    @Test
    void refusesARequestThatIsTooLarge() throws CannotListen {
      try (GrpcListener listener = start(settings(0))) {
        GetStoryRequest large = GetStoryRequest.newBuilder().setStoryId("x".repeat(70_000)).build();

        assertThat(refusalOf(() -> planning(listener.ports().get(0)).getStory(large)))
            .extracting(Status::getCode)
            .isEqualTo(Status.Code.RESOURCE_EXHAUSTED);
      }
    }

    @Test
    void refusesTextThatIsNotUtf8() throws CannotListen {
      Empty broken =
          Empty.newBuilder()
              .setUnknownFields(
                  UnknownFieldSet.newBuilder()
                      .addField(
                          1,
                          UnknownFieldSet.Field.newBuilder()
                              .addLengthDelimited(
                                  ByteString.copyFrom(new byte[] {(byte) 0xc3, (byte) 0x28}))
                              .build())
                      .build())
              .build();
      try (GrpcListener listener = start(settings(0))) {
        Status refusal =
            refusalOf(
                () ->
                    ClientCalls.blockingUnaryCall(
                        channel(listener.ports().get(0)),
                        untypedGetStory(),
                        CallOptions.DEFAULT,
                        broken));

        assertThat(refusal.getCode()).isEqualTo(Status.Code.INVALID_ARGUMENT);
        assertThat(refusal.getDescription()).contains("not a valid message");
      }
    }

    private MethodDescriptor<Empty, Story> untypedGetStory() {
      return PlanningServiceGrpc.getGetStoryMethod().toBuilder(
              ProtoUtils.marshaller(Empty.getDefaultInstance()),
              ProtoUtils.marshaller(Story.getDefaultInstance()))
          .build();
    }
  }

  @Nested
  class Stopping {

    @Test
    void letsACallInFlightEnd() throws Exception {
      Echo echo = new Echo();
      GrpcListener listener = start(settings(LONG, 0), echo);
      CompletableFuture<CreateStoryResponse> call =
          CompletableFuture.supplyAsync(
              () ->
                  planning(listener.ports().get(0))
                      .createStory(CreateStoryRequest.getDefaultInstance()),
              handlers);
      echo.entered.await();

      CompletableFuture<Void> stopped = CompletableFuture.runAsync(listener::close, handlers);
      echo.release.countDown();

      assertThat(call.get(30, TimeUnit.SECONDS).getMessage()).isEqualTo("finished");
      stopped.get(30, TimeUnit.SECONDS);
      assertThat(listener.isListening()).isFalse();
    }

    @Test
    void cutsOffWhatOutlastsTheGrace() throws Exception {
      Echo echo = new Echo();
      GrpcListener listener = start(settings(0), echo);
      CompletableFuture<Status> call =
          CompletableFuture.supplyAsync(
              () ->
                  refusalOf(
                      () ->
                          planning(listener.ports().get(0))
                              .createStory(CreateStoryRequest.getDefaultInstance())),
              handlers);
      echo.entered.await();

      listener.close();

      assertThat(call.get(30, TimeUnit.SECONDS).getCode())
          .isIn(Status.Code.UNAVAILABLE, Status.Code.CANCELLED);
      echo.release.countDown();
    }
  }

  private GrpcListener start(GrpcSettings settings) throws CannotListen {
    return start(settings, new Echo());
  }

  private GrpcListener start(GrpcSettings settings, Echo service) throws CannotListen {
    return GrpcListener.start(
        settings, List.of(service), List.of(new FailureTranslation()), handlers);
  }

  private static GrpcSettings settings(Integer... ports) {
    return settings(Duration.ofSeconds(1), ports);
  }

  private static GrpcSettings settings(Duration grace, Integer... ports) {
    return new GrpcSettings(true, "127.0.0.1", List.of(ports), 65_536, grace, Optional.empty());
  }

  private ManagedChannel channel(int port) {
    ManagedChannel channel =
        Grpc.newChannelBuilder("127.0.0.1:" + port, InsecureChannelCredentials.create()).build();
    channels.add(channel);
    return channel;
  }

  private PlanningServiceGrpc.PlanningServiceBlockingStub planning(int port) {
    return PlanningServiceGrpc.newBlockingStub(channel(port)).withDeadlineAfter(LONG);
  }

  private static Status refusalOf(Runnable call) {
    return catchThrowableOfType(StatusRuntimeException.class, call::run).getStatus();
  }

  private List<String> servicesOf(int port) throws Exception {
    CompletableFuture<List<String>> names = new CompletableFuture<>();
    StreamObserver<ServerReflectionRequest> questions =
        ServerReflectionGrpc.newStub(channel(port))
            .serverReflectionInfo(
                new StreamObserver<>() {
                  @Override
                  public void onNext(ServerReflectionResponse answer) {
                    names.complete(
                        answer.getListServicesResponse().getServiceList().stream()
                            .map(ServiceResponse::getName)
                            .toList());
                  }

                  @Override
                  public void onError(Throwable failure) {
                    names.completeExceptionally(failure);
                  }

                  @Override
                  public void onCompleted() {
                    names.completeExceptionally(new IllegalStateException("no answer"));
                  }
                });
    questions.onNext(ServerReflectionRequest.newBuilder().setListServices("").build());
    List<String> answer = names.get(30, TimeUnit.SECONDS);
    questions.onCompleted();
    return answer;
  }

  /** Answers at once, or (createStory) when it is released. */
  private static final class Echo extends PlanningServiceGrpc.PlanningServiceImplBase {
    private final CountDownLatch entered = new CountDownLatch(1);
    private final CountDownLatch release = new CountDownLatch(1);

    @Override
    public void getStory(GetStoryRequest request, StreamObserver<Story> observer) {
      observer.onNext(Story.newBuilder().setTitle("echo").build());
      observer.onCompleted();
    }

    @Override
    public void createStory(
        CreateStoryRequest request, StreamObserver<CreateStoryResponse> observer) {
      entered.countDown();
      try {
        release.await();
      } catch (InterruptedException interrupted) {
        Thread.currentThread().interrupt();
      }
      observer.onNext(CreateStoryResponse.newBuilder().setMessage("finished").build());
      observer.onCompleted();
    }
  }
}
