package io.witan.grpc;

import static io.witan.grpc.fakes.Bridge.key;
import static io.witan.grpc.fakes.Bridge.sending;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.awaitility.Awaitility.await;

import com.google.protobuf.ByteString;
import com.google.protobuf.Descriptors.FieldDescriptor;
import com.google.protobuf.Message;
import io.grpc.BindableService;
import io.grpc.CallOptions;
import io.grpc.Channel;
import io.grpc.ClientInterceptors;
import io.grpc.Metadata;
import io.grpc.MethodDescriptor;
import io.grpc.Status;
import io.grpc.StatusRuntimeException;
import io.grpc.stub.ClientCalls;
import io.grpc.stub.MetadataUtils;
import io.witan.grpc.Writes.Write;
import io.witan.grpc.executor.ExecutorOnMemory;
import io.witan.grpc.fakes.Bridge;
import io.witan.grpc.orchestrator.OrchestratorOnMemory;
import io.witan.grpc.planning.PlanningOnMemory;
import io.witan.grpc.workflow.WorkflowOnMemory;
import io.witan.testing.Memory;
import io.witan.testing.Moments;
import io.witan.testing.NumberedIds;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Every RPC that is built either changes nothing, and is named here, or is one of the {@link
 * Writes} and has one effect and one answer under an idempotency key.
 */
class EveryRpcTest {
  private static final Set<String> READS =
      Set.of(
          "fleet.planning.v2.PlanningService/GetProject",
          "fleet.planning.v2.PlanningService/ListProjects",
          "fleet.planning.v2.PlanningService/GetEpic",
          "fleet.planning.v2.PlanningService/ListEpics",
          "fleet.planning.v2.PlanningService/GetStory",
          "fleet.planning.v2.PlanningService/ListStories",
          "fleet.planning.v2.PlanningService/GetTask",
          "fleet.planning.v2.PlanningService/ListTasks",
          "fleet.planning.v2.PlanningService/GetBacklogReviewCeremony",
          "fleet.planning.v2.PlanningService/ListBacklogReviewCeremonies",
          "fleet.workflow.v1.WorkflowOrchestrationService/GetWorkflowState",
          "fleet.workflow.v1.WorkflowOrchestrationService/GetPendingTasks",
          "fleet.workflow.v1.WorkflowOrchestrationService/GetStats",
          "fleet.orchestrator.v1.OrchestratorService/GetDeliberationResult",
          "fleet.orchestrator.v1.OrchestratorService/GetCouncilInfo",
          "fleet.orchestrator.v1.OrchestratorService/ListCouncils",
          "fleet.orchestrator.v1.OrchestratorService/GetMetrics",
          "fleet.orchestrator.v1.OrchestratorService/GetTaskContext",
          "fleet.orchestrator.v1.OrchestratorService/GetStatus",
          "fleet.ray_executor.v1.RayExecutorService/GetDeliberationStatus",
          "fleet.ray_executor.v1.RayExecutorService/GetActiveJobs",
          "fleet.ray_executor.v1.RayExecutorService/GetStatus");

  private final Memory kept = new Memory();
  private final OrchestratorOnMemory orchestrator = new OrchestratorOnMemory(kept);
  private final List<BindableService> services =
      List.of(
          PlanningOnMemory.service(kept, new NumberedIds(), Moments.CLOCK),
          WorkflowOnMemory.service(kept, Moments.CLOCK),
          new ExecutorOnMemory(kept, orchestrator).service(),
          orchestrator.service(
              new NumberedIds(),
              () ->
                  new HealthCheckResponse(
                      "test", HealthCheckResponse.Status.UP, Optional.empty())));
  private final Bridge bridge = new Bridge(services, kept.transactions);

  /**
   * What a call was answered: the bytes of the message, or of several, and the headers beside it.
   */
  private record Sent(ByteString message, Map<String, String> headers) {}

  @BeforeEach
  void what_the_requests_name_is_there() {
    Writes.given(kept);
  }

  @AfterEach
  void stop() {
    bridge.close();
  }

  @Test
  void is_of_a_service_that_is_tried_here() throws Exception {
    assertThat(services)
        .extracting(Object::getClass)
        .containsExactlyInAnyOrderElementsOf(builtServices());
  }

  @Test
  void reads_or_writes() {
    Set<String> writes = Writes.all().map(Write::toString).collect(Collectors.toSet());

    assertThat(built())
        .as("an RPC is named among the READS, or has a request among the Writes")
        .containsExactlyInAnyOrderElementsOf(
            Stream.concat(READS.stream(), writes.stream()).toList());
  }

  @Test
  void that_reads_is_named_so() {
    assertThat(READS).allMatch(rpc -> rpc.matches(".*/(Get|List).*"));
    assertThat(Writes.all()).noneMatch(write -> READS.contains(write.toString()));
  }

  @ParameterizedTest
  @MethodSource("io.witan.grpc.Writes#all")
  void that_writes_has_one_effect_and_one_answer_under_a_key(Write write) {
    Sent first = send(write, write.request());
    int effects = kept.transactions.events().size();

    Sent again = send(write, write.request());

    assertThat(effects).isPositive();
    assertThat(again).isEqualTo(first);
    assertThat(kept.transactions.events()).hasSize(effects);
  }

  @ParameterizedTest
  @MethodSource("io.witan.grpc.Writes#all")
  void that_writes_refuses_another_request_under_the_key(Write write) {
    Sent unused = send(write, write.request());
    int effects = kept.transactions.events().size();

    Status refusal =
        catchThrowableOfType(
                StatusRuntimeException.class, () -> call(write, another(write.request())))
            .getStatus();

    assertThat(refusal.getCode()).isEqualTo(Status.Code.INVALID_ARGUMENT);
    assertThat(refusal.getDescription()).contains("k-1", "use a new key");
    assertThat(kept.transactions.events()).hasSize(effects);
  }

  /** What a call waits for ends meanwhile. */
  private Sent send(Write write, Message request) {
    CompletableFuture<Sent> call = CompletableFuture.supplyAsync(() -> call(write, request));
    await()
        .pollInterval(Duration.ofMillis(5))
        .until(
            () -> {
              orchestrator.completeAll();
              orchestrator.deriveAll();
              return call.isDone();
            });
    return call.join();
  }

  private Sent call(Write write, Message request) {
    AtomicReference<Metadata> headers = new AtomicReference<>();
    Channel channel =
        ClientInterceptors.intercept(
            bridge.channel(),
            sending(write.token(), "idempotency-key", "k-1"),
            MetadataUtils.newCaptureMetadataInterceptor(headers, new AtomicReference<>()));
    MethodDescriptor<byte[], byte[]> rpc = write.rpc().toBuilder(new Bytes(), new Bytes()).build();
    Iterator<byte[]> messages =
        ClientCalls.blockingServerStreamingCall(
            channel, rpc, CallOptions.DEFAULT, request.toByteArray());
    ByteString sent = ByteString.empty();
    while (messages.hasNext()) {
      sent = sent.concat(ByteString.copyFrom(messages.next()));
    }
    return new Sent(sent, texts(headers.get()));
  }

  private static Map<String, String> texts(Metadata headers) {
    return headers.keys().stream()
        .filter(name -> !name.endsWith(Metadata.BINARY_HEADER_SUFFIX))
        .collect(Collectors.toMap(name -> name, name -> headers.get(key(name))));
  }

  /** The same with another text in its first field. */
  private static Message another(Message request) {
    FieldDescriptor first = request.getAllFields().keySet().iterator().next();
    Message.Builder other = request.toBuilder();
    return first.isRepeated()
        ? other.setRepeatedField(first, 0, request.getRepeatedField(first, 0) + "x").build()
        : other.setField(first, request.getField(first) + "x").build();
  }

  private List<String> built() {
    return services.stream().flatMap(EveryRpcTest::builtIn).toList();
  }

  /** What the class of a service says something about; all else answers UNIMPLEMENTED. */
  private static Stream<String> builtIn(BindableService service) {
    Set<String> own =
        Arrays.stream(service.getClass().getDeclaredMethods())
            .map(Method::getName)
            .collect(Collectors.toSet());
    return service.bindService().getServiceDescriptor().getMethods().stream()
        .filter(rpc -> own.contains(camel(rpc.getBareMethodName())))
        .map(MethodDescriptor::getFullMethodName);
  }

  private static String camel(String rpc) {
    return Character.toLowerCase(rpc.charAt(0)) + rpc.substring(1);
  }

  /** The classes that the server of the application finds as beans. */
  private static List<Class<?>> builtServices() throws Exception {
    Path classes =
        Path.of(GrpcServer.class.getProtectionDomain().getCodeSource().getLocation().toURI());
    try (Stream<Path> files = Files.walk(classes)) {
      return files
          .map(file -> classes.relativize(file).toString())
          .filter(name -> name.endsWith(".class") && !name.endsWith("-info.class"))
          .<Class<?>>map(name -> load(name.replace(".class", "").replace('/', '.')))
          .filter(BindableService.class::isAssignableFrom)
          .filter(type -> !Modifier.isAbstract(type.getModifiers()))
          .toList();
    }
  }

  private static Class<?> load(String name) {
    try {
      return Class.forName(name);
    } catch (ClassNotFoundException impossible) {
      throw new IllegalStateException(impossible);
    }
  }

  /** Messages as they are on the wire. */
  private static final class Bytes implements MethodDescriptor.Marshaller<byte[]> {
    @Override
    public InputStream stream(byte[] message) {
      return new ByteArrayInputStream(message);
    }

    @Override
    public byte[] parse(InputStream stream) {
      try {
        return stream.readAllBytes();
      } catch (IOException broken) {
        throw new UncheckedIOException(broken);
      }
    }
  }
}
