package io.witan.cli.command;

import io.witan.cli.Environment;
import io.witan.cli.api.Thing;
import io.witan.cli.api.WitanApi;
import java.util.LinkedHashMap;
import java.util.Map;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Throws the work on a task away. */
@Command(
    name = "retry",
    description = {
      "Throw the work on a task away, so that it begins anew, as a product owner or administrator.",
      "So many times at most: witan.workflow.retries."
    },
    mixinStandardHelpOptions = true,
    footerHeading = "%nExamples:%n",
    footer = "  ./witan task retry T-6f9619ff --reason 'built on the wrong branch'")
final class TaskRetryWord extends ThingWord {
  @Parameters(index = "0", paramLabel = "TASK", description = "The id of the task.")
  private String id;

  @Option(names = "--reason", paramLabel = "WHY", description = "Why.")
  private String reason = "";

  @Mixin private TokenOption token;
  @Mixin private VersionOption version;

  TaskRetryWord(Environment environment) {
    super(environment);
  }

  @Override
  void ask(WitanApi api) {
    Map<String, Object> body = new LinkedHashMap<>(Map.of("reason", reason));
    token.addTo(body);
    Thing after = api.act("workflows", id, "retry", body, version.seen());
    show(after, () -> say(TaskStanding.of(after)));
  }
}
