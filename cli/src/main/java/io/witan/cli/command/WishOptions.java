package io.witan.cli.command;

import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import picocli.CommandLine.Option;

/** What is to be otherwise than the settings say in a deliberation that is started. */
final class WishOptions {
  /** The options by the field that each is sent as. */
  static final Map<String, String> BY_FIELD =
      Map.of(
          "mode", "--mode",
          "rounds", "--rounds",
          "time_limit", "--time-limit",
          "allowed_paths", "--allow-path",
          "tests", "--need-test",
          "forbidden", "--forbid",
          "requirements", "--require");

  @Option(
      names = "--mode",
      paramLabel = "MODE",
      description = "How it decides: council, vote, single or auto.")
  private String mode;

  @Option(
      names = "--rounds",
      paramLabel = "N",
      description = "How often a council criticises and revises: 0 to 3.")
  private Integer rounds;

  @Option(
      names = "--time-limit",
      paramLabel = "TIME",
      converter = TimeLimit.class,
      description = "How long it may take: 90s, 10m, 2h, ...; less where the settings say so.")
  private Duration timeLimit;

  @Option(
      names = "--allow-path",
      paramLabel = "PATTERN",
      description =
          "Where a patch may change files, as far as the settings allow it; may be repeated.")
  private List<String> paths = new ArrayList<>();

  @Option(
      names = "--need-test",
      paramLabel = "NAME",
      description = "A test that proposals must touch or name; may be repeated.")
  private List<String> tests = new ArrayList<>();

  @Option(
      names = "--forbid",
      paramLabel = "WORD",
      description = "What proposals must not say; may be repeated.")
  private List<String> forbidden = new ArrayList<>();

  @Option(
      names = "--require",
      paramLabel = "TEXT",
      description = "What agents are told to fulfil; no rule judges it; may be repeated.")
  private List<String> requirements = new ArrayList<>();

  /** The request; empty when all is to be as the settings say. */
  Map<String, Object> body() {
    Map<String, Object> body = new LinkedHashMap<>();
    Optional.ofNullable(mode).ifPresent(wished -> body.put("mode", wished));
    Optional.ofNullable(rounds).ifPresent(wished -> body.put("rounds", wished));
    Optional.ofNullable(timeLimit).ifPresent(wished -> body.put("time_limit", wished.toString()));
    Map<String, Object> constraints = constraints();
    if (!constraints.isEmpty()) {
      body.put("constraints", constraints);
    }
    return body;
  }

  private Map<String, Object> constraints() {
    Map<String, Object> constraints = new LinkedHashMap<>();
    constraints.put("allowed_paths", paths);
    constraints.put("tests", tests);
    constraints.put("forbidden", forbidden);
    constraints.put("requirements", requirements);
    constraints.values().removeIf(List.of()::equals);
    return constraints;
  }
}
