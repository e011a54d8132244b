package io.witan.deliberation.adapter;

import io.witan.deliberation.domain.Check;
import io.witan.deliberation.domain.CheckSuite;
import io.witan.deliberation.domain.Finding;
import io.witan.deliberation.domain.Severity;
import io.witan.json.JsonText;
import io.witan.ledger.adapter.CanonicalJson;
import io.witan.ledger.adapter.Fields;
import jakarta.json.JsonObject;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Checks with their evidence as JSON: kept with a turn, told with what came of it. */
final class CheckJson {
  private CheckJson() {}

  /** Absent when nothing was checked. */
  static Optional<String> text(CheckSuite checks) {
    return told(checks).map(CanonicalJson::of);
  }

  /** Each check by its wire name; absent when nothing was checked. */
  static Optional<Map<String, Object>> told(CheckSuite checks) {
    return Optional.of(checks)
        .filter(some -> !some.equals(CheckSuite.none()))
        .map(CheckJson::object);
  }

  private static Map<String, Object> object(CheckSuite checks) {
    return Fields.of(
        checks.policy().kind().wire(), object(checks.policy()),
        checks.lint().kind().wire(), object(checks.lint()),
        checks.dryRun().kind().wire(), object(checks.dryRun()));
  }

  private static Map<String, Object> object(Check check) {
    return Fields.of(
        "outcome", check.outcome().name(),
        "message", check.message(),
        "findings", check.findings().stream().map(CheckJson::object).toList());
  }

  private static Map<String, Object> object(Finding finding) {
    return Fields.of(
        "file", finding.file(),
        "line", finding.line(),
        "severity", finding.severity().name(),
        "text", finding.text());
  }

  static CheckSuite read(String text) {
    JsonObject checks = JsonText.object(text);
    return new CheckSuite(
        check(checks, Check.Kind.POLICY),
        check(checks, Check.Kind.LINT),
        check(checks, Check.Kind.DRY_RUN));
  }

  private static Check check(JsonObject checks, Check.Kind kind) {
    JsonObject check = checks.getJsonObject(kind.wire());
    List<Finding> findings =
        check.getJsonArray("findings").getValuesAs(JsonObject.class).stream()
            .map(CheckJson::finding)
            .toList();
    return new Check(
        kind,
        Check.Outcome.valueOf(check.getString("outcome")),
        check.getString("message"),
        findings);
  }

  private static Finding finding(JsonObject finding) {
    return new Finding(
        finding.getString("file"),
        finding.getInt("line"),
        Severity.valueOf(finding.getString("severity")),
        finding.getString("text"));
  }
}
