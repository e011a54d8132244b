package io.witan.grpc.executor;

import static io.witan.grpc.executor.ExecutorRequests.review;
import static io.witan.grpc.fakes.Bridge.as;
import static org.assertj.core.api.Assertions.assertThat;

import io.witan.deliberation.domain.Charter;
import io.witan.deliberation.domain.Purpose;
import io.witan.proto.ray_executor.v1.ExecuteDeliberationResponse;
import org.junit.jupiter.api.Test;

class ExecuteBacklogReviewDeliberationTest extends AgainstTheExecutor {

  @Test
  void isTheReviewThatItsNameMeans() {
    ExecuteDeliberationResponse answer =
        as(PAULA, stub).executeBacklogReviewDeliberation(review("BRC-1", "s-cart").build());

    assertThat(answer.getStatus()).isEqualTo("submitted");
    assertThat(answer.getDeliberationId())
        .isEqualTo("deliberation-ceremony-BRC-1:story-s-cart:role-QA-" + NOON);
    Charter charter = charter(answer.getDeliberationId());
    assertThat(charter.purpose()).isEqualTo(Purpose.REVIEW);
    assertThat(charter.assignment().storyId()).contains("s-cart");
  }

  @Test
  void joinsTheOneThatIsOpenAboutTheSame() {
    ExecuteDeliberationResponse first =
        as(PAULA, stub).executeBacklogReviewDeliberation(review("BRC-1", "s-cart").build());
    ExecuteDeliberationResponse second =
        as(PAULA, stub).executeBacklogReviewDeliberation(review("BRC-1", "s-cart").build());

    assertThat(second).isEqualTo(first);
    assertThat(kept.deliberations.open()).hasSize(1);
    assertThat(stats().getActiveDeliberations()).isOne();
  }
}
