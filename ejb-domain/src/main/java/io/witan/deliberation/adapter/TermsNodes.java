package io.witan.deliberation.adapter;

import io.witan.deliberation.domain.AgentId;
import io.witan.deliberation.domain.Budget;
import io.witan.deliberation.domain.Constraints;
import io.witan.deliberation.domain.JudgeCalibration;
import io.witan.deliberation.domain.Mode;
import io.witan.deliberation.domain.PathPattern;
import io.witan.deliberation.domain.Terms;
import io.witan.deliberation.domain.Wording;
import io.witan.ledger.adapter.Fields;
import io.witan.neo4j.Row;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** The terms of a deliberation as properties of its node; one without them had the usual ones. */
final class TermsNodes {
  private TermsNodes() {}

  static Map<String, Object> properties(Terms terms) {
    Map<String, Object> properties = new LinkedHashMap<>(rules(terms));
    if (!terms.calibrations().isEmpty()) {
      properties.putAll(calibrations(terms.calibrations()));
    }
    if (!terms.constraints().isNone()) {
      properties.putAll(constraints(terms.constraints()));
    }
    return properties;
  }

  private static Map<String, Object> constraints(Constraints constraints) {
    return Fields.of(
        "allowed_paths", texts(constraints.allowedPaths()),
        "asked_paths", texts(constraints.askedPaths()),
        "required_tests", constraints.tests(),
        "forbidden_words", constraints.forbidden(),
        "requirements", constraints.requirements());
  }

  private static List<String> texts(List<PathPattern> patterns) {
    return patterns.stream().map(PathPattern::text).toList();
  }

  private static List<PathPattern> patterns(Row node, String name) {
    return node.texts(name).stream().map(PathPattern::new).toList();
  }

  private static Constraints constraints(Row node) {
    return new Constraints(
        patterns(node, "allowed_paths"),
        patterns(node, "asked_paths"),
        node.texts("required_tests"),
        node.texts("forbidden_words"),
        node.texts("requirements"));
  }

  private static Map<String, Object> calibrations(Map<AgentId, JudgeCalibration> known) {
    List<AgentId> judges =
        known.keySet().stream().sorted(Comparator.comparing(AgentId::value)).toList();
    return Fields.of(
        "judges", judges.stream().map(AgentId::value).toList(),
        "judge_intercepts", judges.stream().map(judge -> known.get(judge).intercept()).toList(),
        "judge_slopes", judges.stream().map(judge -> known.get(judge).slope()).toList(),
        "judge_weights", judges.stream().map(judge -> known.get(judge).weight()).toList());
  }

  private static Map<AgentId, JudgeCalibration> calibrations(Row node) {
    List<String> judges = node.texts("judges");
    return IntStream.range(0, judges.size())
        .boxed()
        .collect(
            Collectors.toMap(
                place -> new AgentId(judges.get(place)),
                place ->
                    new JudgeCalibration(
                        decimal(node, "judge_intercepts", place),
                        decimal(node, "judge_slopes", place),
                        decimal(node, "judge_weights", place))));
  }

  private static double decimal(Row node, String name, int place) {
    return Double.parseDouble(node.texts(name).get(place));
  }

  private static Map<String, Object> rules(Terms terms) {
    return Fields.of(
        "mode", terms.mode().name(),
        "rounds", terms.rounds(),
        "judged", terms.judged(),
        "consensus", terms.consensus(),
        "deadline", terms.deadline(),
        "turn_tokens", limit(terms.turnTokens()),
        "budget_tokens", limit(terms.budget().tokens()),
        "budget_micros", limit(terms.budget().micros()),
        "selection", terms.selection(),
        "prompts", terms.wording().wire());
  }

  /** What is unlimited is not kept. */
  private static Optional<Long> limit(long most) {
    return Optional.of(most).filter(some -> some < Long.MAX_VALUE);
  }

  static Terms from(Row node) {
    return node.optionalText("mode")
        .map(
            mode ->
                new Terms(
                    Mode.valueOf(mode),
                    (int) node.number("rounds"),
                    node.flag("judged"),
                    node.optionalDecimal("consensus"),
                    node.optionalText("deadline").map(any -> node.time("deadline")),
                    limit(node, "turn_tokens"),
                    new Budget(limit(node, "budget_tokens"), limit(node, "budget_micros")),
                    constraints(node),
                    calibrations(node),
                    node.optionalNumber("selection").map(Long::intValue),
                    wording(node)))
        .orElseGet(() -> Terms.usual().in(wording(node)));
  }

  /** Before it was kept there was one. */
  private static Wording wording(Row node) {
    return node.optionalText("prompts").map(Wording::named).orElse(Wording.V1);
  }

  private static long limit(Row node, String name) {
    return node.optionalNumber(name).orElse(Long.MAX_VALUE);
  }

  /** What one deliberation has spent, or may spend while it is open. */
  static Budget committed(Row row) {
    return row.flag("open") && row.optionalNumber("most_tokens").isPresent()
        ? new Budget(limit(row, "most_tokens"), limit(row, "most_micros"))
        : new Budget(row.number("tokens"), row.number("micros"));
  }
}
