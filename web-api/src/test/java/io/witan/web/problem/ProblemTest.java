package io.witan.web.problem;

import static org.assertj.core.api.Assertions.assertThat;

import io.witan.shared.Refusal;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ProblemTest {

  @ParameterizedTest
  @CsvSource({
    "INVALID_ARGUMENT, 400",
    "UNAUTHENTICATED, 401",
    "FORBIDDEN, 403",
    "NOT_FOUND, 404",
    "ALREADY_EXISTS, 409",
    "ILLEGAL_TRANSITION, 409",
    "GUARD_FAILED, 422",
    "STALE_VERSION, 412",
    "IDEMPOTENCY_MISMATCH, 422",
    "LIMIT_EXCEEDED, 429",
    "UNAVAILABLE, 503"
  })
  void gives_every_code_its_status(Refusal.Code code, int status) {
    Problem problem = Problem.from(Refusal.of(code, "why"), "trace");

    assertThat(problem.status()).isEqualTo(status);
    assertThat(problem.code()).isEqualTo(code.name());
    assertThat(problem.title()).isNotBlank();
  }

  @Test
  void knows_every_code() {
    assertThat(Arrays.stream(Refusal.Code.values()).map(ProblemStatus::of)).doesNotContainNull();
  }

  @Test
  void tells_type_fields_and_trace() {
    Problem problem =
        Problem.from(Refusal.invalid("title", "", "1 to 200 characters"), "0af7651916cd43dd");

    assertThat(problem.type()).isEqualTo("urn:witan:problem:invalid-argument");
    assertThat(problem.errors())
        .isEqualTo(List.of(new Problem.FieldError("title", "", "1 to 200 characters")));
    assertThat(problem.traceId()).isEqualTo("0af7651916cd43dd");
  }

  @Test
  void tells_nothing_of_an_internal_error_but_its_incident() {
    Problem problem = Problem.internal("i-1", "t");

    assertThat(problem.status()).isEqualTo(500);
    assertThat(problem.incidentId()).contains("i-1");
    assertThat(problem.detail()).endsWith("under i-1");
  }
}
