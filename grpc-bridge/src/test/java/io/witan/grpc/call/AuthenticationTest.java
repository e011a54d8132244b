package io.witan.grpc.call;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.grpc.Metadata;
import io.grpc.Status;
import io.grpc.StatusRuntimeException;
import io.grpc.health.v1.HealthCheckRequest;
import io.grpc.health.v1.HealthCheckResponse.ServingStatus;
import io.grpc.health.v1.HealthGrpc;
import io.grpc.protobuf.services.HealthStatusManager;
import io.grpc.stub.MetadataUtils;
import io.grpc.stub.StreamObserver;
import io.witan.proto.planning.v2.GetStoryRequest;
import io.witan.proto.planning.v2.PlanningServiceGrpc;
import io.witan.proto.planning.v2.Story;
import io.witan.shared.Actor;
import io.witan.shared.ActorId;
import io.witan.shared.Outcome;
import io.witan.shared.Refusal;
import io.witan.shared.Role;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AuthenticationTest {
  private static final Actor ANNA = new Actor(new ActorId("anna"), Set.of(Role.PO));
  private static final Actor SERVICE = new Actor(new ActorId("legacy"), Set.of(Role.SYSTEM));

  @Nested
  class AsDelivered {
    private final Authentication guard =
        new Authentication(AuthenticationTest::verify, Optional.empty());

    @ParameterizedTest
    @ValueSource(strings = {"Bearer good", "bearer good", "BEARER  good "})
    void aGoodTokenTellsWhoCalls(String header) {
      assertThat(callerSeenWith(guard, header)).isEqualTo("anna");
    }

    @Test
    void aBadTokenIsRefusedWithItsReason() {
      assertThat(refusalOf(guard, "Bearer old").getDescription()).isEqualTo("expired");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "good", "Basic YTpi"})
    void anotherSchemeIsRefused(String header) {
      assertThat(refusalOf(guard, header).getDescription()).contains("Bearer <token>");
    }

    @Test
    void noTokenIsRefused() {
      assertThat(refusalOf(guard, null).getCode()).isEqualTo(Status.Code.UNAUTHENTICATED);
    }

    @Test
    void healthIsOpenToEverybody() {
      try (InProcess server =
          new InProcess(
              new HealthStatusManager().getHealthService(), new FailureTranslation(), guard)) {
        assertThat(
                HealthGrpc.newBlockingStub(server.channel())
                    .check(HealthCheckRequest.getDefaultInstance())
                    .getStatus())
            .isEqualTo(ServingStatus.SERVING);
      }
    }
  }

  @Nested
  class WithADevelopmentAccount {
    private final Authentication guard =
        new Authentication(AuthenticationTest::verify, Optional.of(SERVICE));

    @Test
    void aCallerWithoutTokenActsAsTheAccount() {
      assertThat(callerSeenWith(guard, null)).isEqualTo("legacy");
    }

    @Test
    void aTokenStillDecides() {
      assertThat(callerSeenWith(guard, "Bearer good")).isEqualTo("anna");
    }

    @Test
    void aBadTokenIsStillRefused() {
      assertThat(refusalOf(guard, "Bearer old").getCode()).isEqualTo(Status.Code.UNAUTHENTICATED);
    }
  }

  private static Outcome<Actor> verify(String token) {
    return token.equals("good")
        ? Outcome.done(ANNA)
        : Outcome.refused(Refusal.of(Refusal.Code.UNAUTHENTICATED, "expired"));
  }

  private static String callerSeenWith(Authentication guard, String header) {
    try (InProcess server = new InProcess(new TellsItsCaller(), new FailureTranslation(), guard)) {
      return stub(server, header).getStory(GetStoryRequest.getDefaultInstance()).getCreatedBy();
    }
  }

  private static Status refusalOf(Authentication guard, String header) {
    return catchThrowableOfType(StatusRuntimeException.class, () -> callerSeenWith(guard, header))
        .getStatus();
  }

  private static PlanningServiceGrpc.PlanningServiceBlockingStub stub(
      InProcess server, String header) {
    Metadata metadata = new Metadata();
    if (header != null) {
      metadata.put(Metadata.Key.of("authorization", Metadata.ASCII_STRING_MARSHALLER), header);
    }
    return PlanningServiceGrpc.newBlockingStub(server.channel())
        .withInterceptors(MetadataUtils.newAttachHeadersInterceptor(metadata));
  }

  private static final class TellsItsCaller extends PlanningServiceGrpc.PlanningServiceImplBase {
    @Override
    public void getStory(GetStoryRequest request, StreamObserver<Story> observer) {
      observer.onNext(
          Story.newBuilder().setCreatedBy(Authentication.caller().id().value()).build());
      observer.onCompleted();
    }
  }
}
