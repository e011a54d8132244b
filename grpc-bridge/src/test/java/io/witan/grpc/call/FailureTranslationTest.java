package io.witan.grpc.call;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.google.protobuf.InvalidProtocolBufferException;
import com.google.rpc.ErrorInfo;
import com.google.rpc.RequestInfo;
import com.google.rpc.Status;
import io.grpc.StatusRuntimeException;
import io.grpc.protobuf.StatusProto;
import io.grpc.stub.StreamObserver;
import io.witan.neo4j.Graph;
import io.witan.proto.planning.v2.GetStoryRequest;
import io.witan.proto.planning.v2.PlanningServiceGrpc;
import io.witan.proto.planning.v2.Story;
import io.witan.shared.InvalidValue;
import java.lang.reflect.Proxy;
import java.sql.SQLException;
import java.util.Map;
import java.util.function.Consumer;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;

class FailureTranslationTest {

  @Test
  void anInvalidValueIsTheCallersFault() {
    StatusRuntimeException told = failing(new InvalidValue("story_id", "?", "an id"));

    assertThat(told.getStatus().getCode()).isEqualTo(io.grpc.Status.Code.INVALID_ARGUMENT);
    assertThat(told.getStatus().getDescription()).contains("story_id");
  }

  @Test
  void aStatusThatAHandlerThrowsIsKept() {
    StatusRuntimeException told =
        failing(io.grpc.Status.NOT_FOUND.withDescription("gone").asRuntimeException());

    assertThat(told.getStatus().getCode()).isEqualTo(io.grpc.Status.Code.NOT_FOUND);
    assertThat(told.getStatus().getDescription()).isEqualTo("gone");
  }

  @Test
  void theUnforeseenIsToldByAnIdAlone() throws InvalidProtocolBufferException {
    StatusRuntimeException told =
        failing(new IllegalStateException("password of neo4j is hunter2"));

    Status status = StatusProto.fromThrowable(told);
    assertThat(told.getStatus().getCode()).isEqualTo(io.grpc.Status.Code.INTERNAL);
    assertThat(status.toString()).doesNotContain("hunter2");
    assertThat(status.getDetails(0).unpack(ErrorInfo.class).getReason()).isEqualTo("INTERNAL");
    String id = status.getDetails(1).unpack(RequestInfo.class).getRequestId();
    assertThat(told.getStatus().getDescription()).contains(id);
  }

  @Test
  void aStoreThatIsGoneIsWorthAnotherTry() {
    StatusRuntimeException told =
        answering(
            observer -> {
              throw unreachable();
            });

    assertThat(told.getStatus().getCode()).isEqualTo(io.grpc.Status.Code.UNAVAILABLE);
  }

  @Test
  void aFailureGivenToTheObserverIsTranslatedToo() {
    StatusRuntimeException told =
        answering(observer -> observer.onError(new InvalidValue("story_id", "?", "an id")));

    assertThat(told.getStatus().getCode()).isEqualTo(io.grpc.Status.Code.INVALID_ARGUMENT);
  }

  @Test
  void aStatusGivenToTheObserverIsKept() {
    StatusRuntimeException told =
        answering(
            observer ->
                observer.onError(
                    io.grpc.Status.ABORTED.withDescription("another time").asException()));

    assertThat(told.getStatus().getCode()).isEqualTo(io.grpc.Status.Code.ABORTED);
    assertThat(told.getStatus().getDescription()).isEqualTo("another time");
  }

  @Test
  void anAnswerStandsWhenTheHandlerFailsAfterIt() {
    try (InProcess server =
        serving(
            observer -> {
              observer.onNext(Story.newBuilder().setTitle("told").build());
              observer.onCompleted();
              throw new IllegalStateException("too late");
            })) {
      assertThat(call(server).getTitle()).isEqualTo("told");
    }
  }

  @Test
  void anUnbuiltCallIsUnimplemented() {
    try (InProcess server = new InProcess(new Unbuilt(), new FailureTranslation())) {
      assertThatThrownBy(() -> call(server)).hasMessageContaining("UNIMPLEMENTED");
    }
  }

  private static RuntimeException unreachable() {
    DataSource nobody =
        (DataSource)
            Proxy.newProxyInstance(
                DataSource.class.getClassLoader(),
                new Class<?>[] {DataSource.class},
                (proxy, method, arguments) -> {
                  throw new SQLException("connection refused");
                });
    return catchThrowableOfType(
        RuntimeException.class, () -> new Graph(nobody).query("RETURN 1", Map.of()));
  }

  private static StatusRuntimeException failing(RuntimeException failure) {
    return answering(
        observer -> {
          throw failure;
        });
  }

  private static StatusRuntimeException answering(Consumer<StreamObserver<Story>> handler) {
    try (InProcess server = serving(handler)) {
      return catchThrowableOfType(StatusRuntimeException.class, () -> call(server));
    }
  }

  private static Story call(InProcess server) {
    return PlanningServiceGrpc.newBlockingStub(server.channel())
        .getStory(GetStoryRequest.getDefaultInstance());
  }

  private static InProcess serving(Consumer<StreamObserver<Story>> handler) {
    return new InProcess(
        new PlanningServiceGrpc.PlanningServiceImplBase() {
          @Override
          public void getStory(GetStoryRequest request, StreamObserver<Story> observer) {
            handler.accept(observer);
          }
        },
        new FailureTranslation());
  }

  private static final class Unbuilt extends PlanningServiceGrpc.PlanningServiceImplBase {}
}
