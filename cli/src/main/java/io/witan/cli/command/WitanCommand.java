package io.witan.cli.command;

import io.witan.cli.Environment;
import io.witan.cli.ExitCode;
import io.witan.cli.Stop;
import io.witan.cli.api.Json;
import io.witan.cli.term.Style;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Help.Ansi;

/** The words that the command line knows. */
@Command(
    name = "witan",
    description = "Client of a Witan server.",
    synopsisSubcommandLabel = "COMMAND",
    mixinStandardHelpOptions = true,
    versionProvider = VersionProvider.class,
    footerHeading = "%nExit status:%n",
    footer = {
      "  0  done, or already so",
      "  1  refused, by the server, a check or a person",
      "  2  the command line or the file makes no sense",
      "  3  no Witan server answers",
      "",
      "WITAN_URL is the server (http://127.0.0.1:8080), WITAN_HOME the data folder (./.witan).",
      "NO_COLOR keeps the output plain."
    })
public final class WitanCommand implements Runnable {
  private final Environment environment;

  private WitanCommand(Environment environment) {
    this.environment = environment;
  }

  /** Runs one command line; returns its exit status. */
  public static int execute(Environment environment, String... words) {
    return commandLine(environment).execute(words);
  }

  static CommandLine commandLine(Environment environment) {
    CommandLine line = new CommandLine(new WitanCommand(environment));
    line.addSubcommand("run", new RunCommand(environment));
    line.addSubcommand("audit", AuditCommand.line(environment));
    line.addSubcommand("project", ProjectCommand.line(environment));
    line.addSubcommand("epic", EpicCommand.line(environment));
    line.addSubcommand("story", StoryCommand.line(environment));
    line.addSubcommand("task", TaskCommand.line(environment));
    line.addSubcommand("queue", new QueueCommand(environment));
    line.addSubcommand("plan", PlanCommand.line(environment));
    line.addSubcommand("decision", DecisionCommand.line(environment));
    line.addSubcommand("ceremony", CeremonyCommand.line(environment));
    line.addSubcommand("council", CouncilCommand.line(environment));
    line.addSubcommand("deliberation", DeliberationCommand.line(environment));
    line.addSubcommand("replay", new ReplayCommand(environment));
    line.addSubcommand("calibration", CalibrationCommand.line(environment));
    line.addSubcommand("events", new EventsCommand(environment));
    line.addSubcommand("runner", new RunnerCommand(environment));
    line.addSubcommand("parked", new ParkedCommand(environment));
    line.addSubcommand("login", new LoginCommand(environment));
    line.addSubcommand("whoami", new WhoamiCommand(environment));
    line.addSubcommand("token", new TokenCommand(environment));
    line.addSubcommand("help", new CommandLine.HelpCommand());
    line.setOut(new PrintWriter(environment.terminal().out(), true, StandardCharsets.UTF_8));
    line.setErr(new PrintWriter(environment.terminal().err(), true, StandardCharsets.UTF_8));
    Ansi ansi = environment.terminal().style() == Style.RICH ? Ansi.ON : Ansi.OFF;
    line.setColorScheme(CommandLine.Help.defaultColorScheme(ansi));
    line.setExecutionExceptionHandler(
        (problem, where, result) -> complain(environment, problem, result));
    return line;
  }

  @Override
  public void run() {
    commandLine(environment).usage(environment.terminal().out());
  }

  private static int complain(
      Environment environment, Exception problem, CommandLine.ParseResult words) throws Exception {
    if (!(problem instanceof Stop stop)) {
      throw problem;
    }
    if (asJson(words)) {
      environment
          .terminal()
          .err()
          .println(
              Json.write(
                  Map.of(
                      "error",
                      stop.getMessage(),
                      "hints",
                      stop.hints(),
                      "exit_status",
                      stop.exitCode())));
    } else {
      Complaint.show(environment.terminal(), stop);
    }
    return stop.exitCode();
  }

  private static boolean asJson(CommandLine.ParseResult words) {
    CommandLine.ParseResult last = words;
    while (last.hasSubcommand()) {
      last = last.subcommand();
    }
    return last.hasMatchedOption("--json");
  }

  /** The exit status of a command that did what was asked. */
  static int ok() {
    return ExitCode.OK;
  }
}
