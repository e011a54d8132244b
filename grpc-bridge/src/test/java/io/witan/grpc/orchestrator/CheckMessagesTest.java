package io.witan.grpc.orchestrator;

import static org.assertj.core.api.Assertions.assertThat;

import io.witan.deliberation.domain.Check;
import io.witan.deliberation.domain.Check.Kind;
import io.witan.deliberation.domain.Finding;
import io.witan.proto.orchestrator.v1.CheckSuite;
import java.util.List;
import org.junit.jupiter.api.Test;

class CheckMessagesTest {

  @Test
  void each_check_has_its_message_with_the_evidence() {
    CheckSuite checks =
        of(
            new io.witan.deliberation.domain.CheckSuite(
                Check.judged(Kind.POLICY, "1 file", List.of(Finding.error("a.py", 3, "not here"))),
                Check.judged(
                    Kind.LINT,
                    "1 file",
                    List.of(Finding.error("a.py", 0, "no end"), Finding.warning("b", 0, "long"))),
                Check.judged(
                    Kind.DRY_RUN, "1 manifest", List.of(Finding.warning("c.yaml", 1, "unknown")))));

    assertThat(checks.getAllPassed()).isFalse();
    assertThat(checks.getPolicy().getPassed()).isFalse();
    assertThat(checks.getPolicy().getViolationsList()).containsExactly("a.py:3: error: not here");
    assertThat(checks.getLint().getErrorCount()).isOne();
    assertThat(checks.getLint().getWarningCount()).isOne();
    assertThat(checks.getLint().getErrorsList()).containsExactly("a.py: error: no end");
    assertThat(checks.getDryrun().getPassed()).isTrue();
    assertThat(checks.getDryrun().getExitCode()).isZero();
    assertThat(checks.getDryrun().getOutput()).contains("c.yaml:1: warning: unknown");
  }

  private static CheckSuite of(io.witan.deliberation.domain.CheckSuite checks) {
    return CheckMessages.from(checks).orElseThrow();
  }

  @Test
  void what_was_not_looked_at_is_not_told_as_passed() {
    CheckSuite checks =
        of(
            new io.witan.deliberation.domain.CheckSuite(
                Check.notApplicable(Kind.POLICY, "no constraints"),
                Check.judged(Kind.LINT, "1 file", List.of()),
                Check.notApplicable(Kind.DRY_RUN, "no manifests")));

    assertThat(checks.hasPolicy()).isFalse();
    assertThat(checks.hasDryrun()).isFalse();
    assertThat(checks.getLint().getPassed()).isTrue();
    assertThat(CheckMessages.from(io.witan.deliberation.domain.CheckSuite.none())).isEmpty();
  }
}
