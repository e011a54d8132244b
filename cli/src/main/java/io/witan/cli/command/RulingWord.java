package io.witan.cli.command;

import io.witan.cli.Environment;
import io.witan.cli.api.Thing;
import io.witan.cli.api.WitanApi;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Says yes or no to a plan or a decision. */
final class RulingWord {
  private RulingWord() {}

  /** The word that approves the things of one list. */
  static CommandLine approve(Environment environment, String list, String example) {
    return withExample(
        new CommandLine(new Approve(environment, list)),
        list,
        "approve %s --note 'the smallest one'".formatted(example));
  }

  /** The word that rejects the things of one list. */
  static CommandLine reject(Environment environment, String list, String example) {
    return withExample(
        new CommandLine(new Reject(environment, list)),
        list,
        "reject %s 'too many steps at once'".formatted(example));
  }

  private static CommandLine withExample(CommandLine line, String list, String words) {
    String group = list.substring(0, list.length() - 1);
    line.getCommandSpec()
        .usageMessage()
        .footerHeading("%nExamples:%n")
        .footer("  ./witan %s %s".formatted(group, words));
    return line;
  }

  /** Yes. */
  @Command(
      name = "approve",
      description = "Approve it, as a product owner.",
      mixinStandardHelpOptions = true)
  private static final class Approve extends ThingWord {
    private final String list;

    @Parameters(index = "0", paramLabel = "ID", description = "Its id.")
    private String id;

    @Option(names = "--note", paramLabel = "TEXT", description = "What you add.")
    private String note = "";

    @Option(
        names = "--digest",
        paramLabel = "HEX",
        description =
            "The digest that was shown with it: refused when its content is another one by now.")
    private String digest;

    private Approve(Environment environment, String list) {
      super(environment);
      this.list = list;
    }

    @Override
    void ask(WitanApi api) {
      Map<String, Object> body = new HashMap<>(Map.of("note", note));
      Optional.ofNullable(digest).ifPresent(shown -> body.put("content_digest", shown));
      Thing ruled = api.act(list, id, "approval", body, Optional.empty());
      show(ruled, () -> say("%s is %s".formatted(id, ruled.text("status"))));
    }
  }

  /** No. */
  @Command(
      name = "reject",
      description = {
        "Reject it and say why, as a product owner.",
        "A council thinks again, and knows the reason."
      },
      mixinStandardHelpOptions = true)
  private static final class Reject extends ThingWord {
    private final String list;

    @Parameters(index = "0", paramLabel = "ID", description = "Its id.")
    private String id;

    @Parameters(index = "1", paramLabel = "REASON", description = "What is wrong with it.")
    private String reason;

    private Reject(Environment environment, String list) {
      super(environment);
      this.list = list;
    }

    @Override
    void ask(WitanApi api) {
      Thing ruled = api.act(list, id, "rejection", Map.of("reason", reason), Optional.empty());
      String next = ruled.text("next_deliberation_id");
      show(
          ruled,
          () ->
              say(
                  "%s is %s%s"
                      .formatted(
                          id,
                          ruled.text("status"),
                          next.isEmpty() ? "" : "; thought about again in " + next)));
    }
  }
}
