package io.witan.cli.command;

import io.witan.cli.Environment;
import io.witan.cli.ExitCode;
import io.witan.cli.Stop;
import io.witan.cli.api.WitanApi;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Writes the entries of audit chains to where others can check them. */
@Command(
    name = "export",
    description = {
      "Write all entries of the audit trail as JSON lines, each with its body and its hash.",
      "examples/verify-audit.py checks such a file without Witan."
    },
    mixinStandardHelpOptions = true,
    footerHeading = "%nExamples:%n",
    footer = {
      "  ./witan audit export --out audit.jsonl",
      "  ./witan audit export --kind decision --since 2026-03-01T00:00:00Z"
    })
final class AuditExportWord implements Callable<Integer> {
  private final Environment environment;

  @Option(
      names = "--out",
      paramLabel = "FILE",
      description = "Where to, whatever is there already. Else to standard output.")
  private Path file;

  @Option(
      names = "--kind",
      paramLabel = "KIND",
      description = "Only chains of this kind: story, task, plan, decision, workflow, ...")
  private String kind;

  @Option(names = "--id", paramLabel = "ID", description = "Only the chain of this one.")
  private String id;

  @Option(
      names = "--since",
      paramLabel = "TIME",
      description = "Only entries of this time and later, such as 2026-03-01T10:00:00Z.")
  private String since;

  AuditExportWord(Environment environment) {
    this.environment = environment;
  }

  @Override
  public Integer call() {
    WitanApi api = new Access(environment).api();
    try (InputStream lines = api.auditExport(query())) {
      if (file == null) {
        lines.transferTo(environment.terminal().out());
        environment.terminal().out().flush();
      } else {
        Files.copy(lines, file, StandardCopyOption.REPLACE_EXISTING);
      }
    } catch (IOException broken) {
      throw new Stop(
          ExitCode.REFUSED,
          "the export ended too early: " + broken.getMessage(),
          List.of("what was written so far is not all"),
          broken);
    }
    return ExitCode.OK;
  }

  private Map<String, String> query() {
    Map<String, String> query = new LinkedHashMap<>();
    put(query, "kind", kind);
    put(query, "id", id);
    put(query, "since", since);
    return query;
  }

  private static void put(Map<String, String> query, String name, String value) {
    if (value != null) {
      query.put(name, value);
    }
  }
}
