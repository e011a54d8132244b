package io.witan.cli.command;

import io.witan.cli.Environment;
import java.util.LinkedHashMap;
import java.util.Map;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Hands in the work on a task that one holds. */
@Command(
    name = "commit",
    description =
        "Hand in the work on a task that you hold, as a developer: the architect is next.",
    mixinStandardHelpOptions = true,
    footerHeading = "%nExamples:%n",
    footer = {
      "  ./witan task commit T-6f9619ff --sha 6807ace288 --token 2",
      "  ./witan task commit T-6f9619ff --sha $(git rev-parse HEAD) --artifact files_changed=Pay.java"
    })
final class TaskCommitWord extends TaskDeedWord {
  @Option(
      names = "--sha",
      paramLabel = "SHA",
      required = true,
      description = "The commit, 7 to 64 hex digits.")
  private String sha;

  @Mixin private ArtifactsOption artifacts;
  @Mixin private TokenOption token;

  TaskCommitWord(Environment environment) {
    super(environment, "commit");
  }

  @Override
  Map<String, Object> details() {
    Map<String, String> results = new LinkedHashMap<>(artifacts.all());
    results.put("commit_sha", sha);
    Map<String, Object> body = new LinkedHashMap<>(Map.of("artifacts", results));
    token.addTo(body);
    return body;
  }
}
