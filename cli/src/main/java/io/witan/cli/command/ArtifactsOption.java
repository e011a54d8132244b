package io.witan.cli.command;

import java.util.LinkedHashMap;
import java.util.Map;
import picocli.CommandLine.Option;

/** Named results of work. */
final class ArtifactsOption {
  @Option(
      names = "--artifact",
      paramLabel = "NAME=VALUE",
      description =
          "A result to keep with the task, such as model=Qwen/Qwen3-0.6B; as often as needed.")
  private Map<String, String> artifacts = new LinkedHashMap<>();

  Map<String, String> all() {
    return artifacts;
  }
}
