package io.witan.grpc.executor;

import static org.assertj.core.api.Assertions.assertThat;

import io.witan.deliberation.adapter.ConfiguredModelServers;
import io.witan.deliberation.application.CancelDeliberation;
import io.witan.deliberation.application.GetSubmission;
import io.witan.deliberation.application.GetSubmissionStatistics;
import io.witan.deliberation.application.KeepFailedSubmission;
import io.witan.deliberation.application.ListActiveSubmissions;
import io.witan.deliberation.application.SubmitDeliberation;
import io.witan.deliberation.domain.DeliberationId;
import io.witan.deliberation.domain.Endpoint;
import io.witan.deliberation.domain.Manner;
import io.witan.deliberation.port.AgentAdmission;
import io.witan.deliberation.port.Submissions;
import io.witan.grpc.call.ApplicationHealth;
import io.witan.grpc.deliberation.TaskNames;
import io.witan.grpc.orchestrator.OrchestratorOnMemory;
import io.witan.shared.Outcome;
import io.witan.shared.Refusal;
import io.witan.testing.Memory;
import io.witan.testing.NumberedIds;
import io.witan.testing.SettableClock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.stream.Stream;
import org.eclipse.microprofile.health.HealthCheckResponse;

/**
 * The Ray executor's service over the fakes, of an application with the model server gpu-1 that
 * also allows gpu-2, and has the prompt profile {@code terse}. No turn is taken; the test says how
 * a deliberation ends.
 */
public final class ExecutorOnMemory {
  static final Instant NOON = Instant.parse("2026-11-29T12:00:00Z");
  static final String SECOND_SERVER = "http://gpu-2:8000/v1";

  final SettableClock clock = new SettableClock(NOON);
  private final Memory kept;
  private final OrchestratorOnMemory orchestrator;
  private boolean isReady = true;

  public ExecutorOnMemory(Memory kept, OrchestratorOnMemory orchestrator) {
    this.kept = kept;
    this.orchestrator = orchestrator;
  }

  public RayExecutorService service() {
    return service(kept.submissions);
  }

  /** One that counts what was submitted there. */
  RayExecutorService service(Submissions counted) {
    AgentAdmission admission = ExecutorOnMemory::admitted;
    TaskNames names = orchestrator.names(new NumberedIds());
    Orders orders =
        new Orders(
            names,
            new AskedAgents(
                new ConfiguredModelServers(ExecutorRequests.SERVER, admission), admission));
    SubmitDeliberation submit =
        new SubmitDeliberation(
            kept.transactions,
            kept.deliberations,
            kept.submissions,
            orchestrator.charters(),
            clock);
    return new RayExecutorService(
        new SubmissionCalls(
            orders, submit, new KeepFailedSubmission(kept.transactions, kept.submissions, clock)),
        new ProposalCalls(
            orders,
            submit,
            new CancelDeliberation(kept.transactions, kept.deliberations, clock),
            names,
            orchestrator.patience()),
        new ExecutorStatusCalls(
            new GetSubmission(kept.submissions, kept.deliberations),
            new ListActiveSubmissions(kept.submissions),
            new GetSubmissionStatistics(counted),
            new ApplicationHealth(() -> Stream.of(this::check), clock),
            clock));
  }

  void isBroken() {
    isReady = false;
  }

  private HealthCheckResponse check() {
    return new HealthCheckResponse(
        "test",
        isReady ? HealthCheckResponse.Status.UP : HealthCheckResponse.Status.DOWN,
        Optional.empty());
  }

  /** Somebody begins to drive it. */
  void drive(String deliberation) {
    assertThat(
            kept.deliberations
                .leases(clock, Duration.ofSeconds(5))
                .acquire(new DeliberationId(deliberation)))
        .isPresent();
  }

  private static Outcome<Manner> admitted(Manner manner) {
    if (manner.endpoint().filter(other -> !other.value().equals(SECOND_SERVER)).isPresent()) {
      return Refusal.invalid(
              "endpoint",
              manner.endpoint().map(Endpoint::value).orElseThrow(),
              "one that witan.deliberation.endpoints allows: " + SECOND_SERVER)
          .asOutcome();
    }
    return manner.profile().filter(other -> !other.equals("terse")).isPresent()
        ? Refusal.invalid("prompt_profile", manner.profile().orElseThrow(), "one of terse")
            .asOutcome()
        : Outcome.done(manner);
  }
}
