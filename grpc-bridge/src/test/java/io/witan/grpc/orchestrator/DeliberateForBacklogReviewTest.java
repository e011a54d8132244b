package io.witan.grpc.orchestrator;

import static io.witan.grpc.fakes.Bridge.as;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.witan.deliberation.domain.Purpose;
import io.witan.deliberation.domain.Subject;
import io.witan.grpc.fakes.Bridge;
import io.witan.proto.orchestrator.v1.DeliberateRequest;
import io.witan.proto.orchestrator.v1.DeliberateResponse;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class DeliberateForBacklogReviewTest extends AgainstTheOrchestrator {
  private static final String NAME = "ceremony-BRC-1:story-s-1:role-QA";

  @Test
  void isTheReviewThatItsCeremonyAsksFor() throws Exception {
    CompletableFuture<DeliberateResponse> call = review(NAME, "QA");
    await().until(kept::hasOpen);
    assertThat(planning.deliberations.open())
        .singleElement()
        .matches(open -> open.charter().purpose() == Purpose.REVIEW)
        .matches(open -> open.charter().assignment().storyId().equals(Optional.of("s-1")))
        .matches(open -> open.charter().subject().equals(Subject.task(NAME)));

    kept.completeAll();

    assertThat(call.get(30, TimeUnit.SECONDS))
        .matches(answer -> answer.getTaskId().equals(NAME))
        .matches(answer -> answer.getWinnerId().equals("agent-qa-001"));
  }

  @Test
  void needsANameOfThatForm() {
    assertThat(refusal("T-7", "QA"))
        .isEqualTo(
            "task_id is \"T-7\": expected ceremony-{id}:story-{id}:role-{ARCHITECT, QA or DEVOPS}");
    assertThat(refusal(NAME, "ARCHITECT")).contains("role", "architect", "QA, as task_id says");
    assertThat(refusal(NAME, "")).contains("role");
  }

  private String refusal(String taskId, String role) {
    return Bridge.refusal(
            () -> as("anna:po", orchestrator).deliberateForBacklogReview(asked(taskId, role)))
        .getStatus()
        .getDescription();
  }

  private DeliberateRequest asked(String taskId, String role) {
    return request(taskId).setRole(role).build();
  }

  private CompletableFuture<DeliberateResponse> review(String taskId, String role) {
    return CompletableFuture.supplyAsync(
        () -> as("anna:po", orchestrator).deliberateForBacklogReview(asked(taskId, role)), callers);
  }
}
