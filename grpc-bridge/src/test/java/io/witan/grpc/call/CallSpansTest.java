package io.witan.grpc.call;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.grpc.Metadata;
import io.grpc.Status;
import io.grpc.StatusRuntimeException;
import io.grpc.health.v1.HealthCheckRequest;
import io.grpc.health.v1.HealthGrpc;
import io.grpc.protobuf.services.HealthStatusManager;
import io.grpc.stub.MetadataUtils;
import io.grpc.stub.StreamObserver;
import io.opentelemetry.api.common.AttributeKey;
import io.opentelemetry.api.trace.SpanKind;
import io.opentelemetry.api.trace.StatusCode;
import io.opentelemetry.sdk.testing.exporter.InMemorySpanExporter;
import io.opentelemetry.sdk.trace.SdkTracerProvider;
import io.opentelemetry.sdk.trace.data.SpanData;
import io.opentelemetry.sdk.trace.export.SimpleSpanProcessor;
import io.witan.platform.Spans;
import io.witan.proto.planning.v2.GetStoryRequest;
import io.witan.proto.planning.v2.PlanningServiceGrpc;
import io.witan.proto.planning.v2.Story;
import io.witan.shared.TraceContext;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class CallSpansTest {
  private static final String PARENT = "00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01";

  private final InMemorySpanExporter exported = InMemorySpanExporter.create();
  private final SdkTracerProvider tracers =
      SdkTracerProvider.builder().addSpanProcessor(SimpleSpanProcessor.create(exported)).build();
  private final Stories stories = new Stories();
  private final InProcess server =
      new InProcess(
          List.of(stories, new HealthStatusManager().getHealthService()),
          new CallSpans(tracers.get("test")),
          new FailureTranslation(),
          CallHeaders.reader());

  @AfterEach
  void stop() {
    server.close();
  }

  private PlanningServiceGrpc.PlanningServiceBlockingStub client(Metadata headers) {
    return PlanningServiceGrpc.newBlockingStub(server.channel())
        .withInterceptors(MetadataUtils.newAttachHeadersInterceptor(headers));
  }

  private SpanData span() {
    await().until(() -> !exported.getFinishedSpanItems().isEmpty());
    assertThat(exported.getFinishedSpanItems()).hasSize(1);
    return exported.getFinishedSpanItems().get(0);
  }

  @Test
  void a_call_is_a_span_below_that_of_its_caller() {
    Metadata headers = new Metadata();
    headers.put(CallHeaders.TRACEPARENT, PARENT);

    client(headers).getStory(GetStoryRequest.getDefaultInstance());

    assertThat(span().getName()).isEqualTo("fleet.planning.v2.PlanningService/GetStory");
    assertThat(span().getKind()).isEqualTo(SpanKind.SERVER);
    assertThat(span().getTraceId()).isEqualTo("0af7651916cd43dd8448eb211c80319c");
    assertThat(span().getParentSpanId()).isEqualTo("b7ad6b7169203331");
    assertThat(span().getAttributes().get(AttributeKey.stringKey("rpc.system"))).isEqualTo("grpc");
    assertThat(span().getAttributes().get(AttributeKey.longKey("rpc.grpc.status_code"))).isZero();
  }

  @Test
  void what_the_call_does_is_below_its_span() {
    client(new Metadata()).getStory(GetStoryRequest.getDefaultInstance());

    String place = "00-%s-%s-01".formatted(span().getTraceId(), span().getSpanId());
    assertThat(stories.place.map(TraceContext::header)).contains(place);
    assertThat(stories.carried).isEqualTo(place);
  }

  @Test
  void an_error_of_the_server_is_one_of_the_span() {
    stories.failure = Optional.of(new IllegalStateException("broken"));

    assertThatThrownBy(() -> client(new Metadata()).getStory(GetStoryRequest.getDefaultInstance()))
        .isInstanceOf(StatusRuntimeException.class);

    assertThat(span().getStatus().getStatusCode()).isEqualTo(StatusCode.ERROR);
    assertThat(span().getAttributes().get(AttributeKey.longKey("rpc.grpc.status_code")))
        .isEqualTo(Status.Code.INTERNAL.value());
  }

  @Test
  void a_mistake_of_the_caller_is_none_of_the_server() {
    stories.failure = Optional.of(Status.INVALID_ARGUMENT.asRuntimeException());

    assertThatThrownBy(() -> client(new Metadata()).getStory(GetStoryRequest.getDefaultInstance()))
        .isInstanceOf(StatusRuntimeException.class);

    assertThat(span().getStatus().getStatusCode()).isEqualTo(StatusCode.UNSET);
  }

  @Test
  void probes_are_left_out() {
    HealthGrpc.newBlockingStub(server.channel()).check(HealthCheckRequest.getDefaultInstance());
    client(new Metadata()).getStory(GetStoryRequest.getDefaultInstance());

    assertThat(span().getName()).endsWith("GetStory");
  }

  /** Knows where in a trace it was asked. */
  private static final class Stories extends PlanningServiceGrpc.PlanningServiceImplBase {
    private Optional<RuntimeException> failure = Optional.empty();
    private Optional<TraceContext> place = Optional.empty();
    private String carried;

    @Override
    public void getStory(GetStoryRequest request, StreamObserver<Story> answer) {
      place = Spans.current();
      carried = CallHeaders.current().trace();
      failure.ifPresent(
          thrown -> {
            throw thrown;
          });
      answer.onNext(Story.getDefaultInstance());
      answer.onCompleted();
    }
  }
}
