package io.witan.grpc.orchestrator;

import io.witan.deliberation.domain.Check;
import io.witan.deliberation.domain.Finding;
import io.witan.deliberation.domain.Severity;
import io.witan.proto.orchestrator.v1.CheckSuite;
import io.witan.proto.orchestrator.v1.DryRunResult;
import io.witan.proto.orchestrator.v1.LintResult;
import io.witan.proto.orchestrator.v1.PolicyResult;
import java.util.List;
import java.util.Optional;

/** What was checked about a proposal, as a message; what had nothing to look at is left out. */
final class CheckMessages {
  private CheckMessages() {}

  /** Absent when nothing was checked. */
  static Optional<CheckSuite> from(io.witan.deliberation.domain.CheckSuite checks) {
    if (checks.applying().isEmpty()) {
      return Optional.empty();
    }
    CheckSuite.Builder suite = CheckSuite.newBuilder().setAllPassed(checks.allPassed());
    if (checks.policy().applies()) {
      suite.setPolicy(policy(checks.policy()));
    }
    if (checks.lint().applies()) {
      suite.setLint(lint(checks.lint()));
    }
    if (checks.dryRun().applies()) {
      suite.setDryrun(dryRun(checks.dryRun()));
    }
    return Optional.of(suite.build());
  }

  private static PolicyResult policy(Check check) {
    return PolicyResult.newBuilder()
        .setPassed(!check.hasFailed())
        .addAllViolations(errors(check))
        .setMessage(check.message())
        .build();
  }

  private static LintResult lint(Check check) {
    return LintResult.newBuilder()
        .setPassed(!check.hasFailed())
        .setErrorCount(check.count(Severity.ERROR))
        .setWarningCount(check.count(Severity.WARNING))
        .addAllErrors(errors(check))
        .build();
  }

  private static DryRunResult dryRun(Check check) {
    return DryRunResult.newBuilder()
        .setPassed(!check.hasFailed())
        .setOutput(String.join("\n", check.findings().stream().map(Finding::toString).toList()))
        .setExitCode(check.hasFailed() ? 1 : 0)
        .setMessage(check.message())
        .build();
  }

  private static List<String> errors(Check check) {
    return check.findings().stream().filter(Finding::isError).map(Finding::toString).toList();
  }
}
