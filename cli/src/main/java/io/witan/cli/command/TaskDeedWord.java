package io.witan.cli.command;

import io.witan.cli.Environment;
import io.witan.cli.Stop;
import io.witan.cli.api.Thing;
import io.witan.cli.api.WitanApi;
import io.witan.cli.api.Workflow;
import io.witan.cli.api.Workflow.LegalAction;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/**
 * Does one thing to a task. The word is the verb of the action, and the server says which action of
 * that verb is legal where the task stands: {@code approve} is {@code APPROVE_DESIGN} in one state
 * and {@code APPROVE_TESTS} in another.
 */
abstract class TaskDeedWord extends ThingWord {
  private final String verb;

  @Parameters(index = "0", paramLabel = "TASK", description = "The id of the task.")
  private String id;

  @Option(
      names = "--as",
      paramLabel = "ROLE",
      description = "The role in which you do it; if left out, the one that it needs.")
  private String role;

  @Mixin private VersionOption version;

  TaskDeedWord(Environment environment, String verb) {
    super(environment);
    this.verb = verb;
  }

  /** What else is said of the deed, field by field. */
  abstract Map<String, Object> details();

  @Override
  final void ask(WitanApi api) {
    Map<String, Object> body = new LinkedHashMap<>(details());
    body.put("action", legal(api.workflow(id)).action());
    Optional.ofNullable(role).ifPresent(name -> body.put("role", name));
    Thing after = api.act("workflows", id, "actions", body, version.seen());
    show(after, () -> say(TaskStanding.of(after)));
  }

  private LegalAction legal(Workflow now) {
    List<LegalAction> meant =
        now.legalActions().stream().filter(one -> one.verb().equals(verb)).toList();
    return meant.stream()
        .filter(one -> one.role().equalsIgnoreCase(role))
        .findFirst()
        .or(() -> meant.stream().findFirst())
        .orElseThrow(() -> refusal(now));
  }

  private Stop refusal(Workflow now) {
    String sentence =
        "nobody can %s task %s while it is %s".formatted(verb, now.taskId(), now.state());
    String legal =
        now.legalActions().stream()
            .map(one -> "%s (%s)".formatted(one.verb(), one.role()))
            .collect(Collectors.joining(", "));
    return Stop.refused(
        sentence,
        "legal: " + (legal.isEmpty() ? "nothing, it has ended" : legal),
        "look at it with: ./witan task show " + now.taskId());
  }
}
