package io.witan.grpc.executor;

import static io.witan.grpc.executor.ExecutorRequests.MODEL;
import static io.witan.grpc.executor.ExecutorRequests.SERVER;
import static io.witan.grpc.executor.ExecutorRequests.task;
import static org.assertj.core.api.Assertions.assertThat;

import io.witan.deliberation.domain.Agent;
import io.witan.deliberation.domain.Charter;
import io.witan.deliberation.domain.Mode;
import io.witan.proto.ray_executor.v1.ExecuteTaskResponse;
import org.junit.jupiter.api.Test;

class ExecuteTaskTest extends AgainstTheExecutor {

  @Test
  void isDoneByOneAgentThatKnowsWhatItIsTold() {
    ExecuteTaskResponse answer =
        executor.executeTask(task("T-7").setVllmUrl(SERVER).setVllmModel("as-served").build());

    Charter charter = charter(answer.getDeliberationId());
    assertThat(answer.getStatus()).isEqualTo("submitted");
    assertThat(charter.agents()).singleElement().extracting(Agent::model).isEqualTo("as-served");
    assertThat(charter.terms().mode()).isEqualTo(Mode.SINGLE);
    assertThat(charter.pack()).isEqualTo("The cart is a cookie.");
  }

  @Test
  void isAskedForLikeADeliberation() {
    String id = executor.executeTask(task("T-7").build()).getDeliberationId();
    deliberations.completeAll();

    assertThat(status(id).getResult().getAgentId()).isEqualTo("agent-dev-001");
    assertThat(charter(id).agents()).singleElement().extracting(Agent::model).isEqualTo(MODEL);
  }
}
