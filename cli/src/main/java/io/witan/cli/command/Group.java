package io.witan.cli.command;

import io.witan.cli.Environment;
import io.witan.cli.Stop;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine;

/** A word that needs another one after it: alone it shows its help. */
abstract class Group implements Callable<Integer> {
  private final Environment environment;
  private final String name;

  Group(Environment environment, String name) {
    this.environment = environment;
    this.name = name;
  }

  @Override
  public Integer call() {
    CommandLine own = WitanCommand.commandLine(environment).getSubcommands().get(name);
    own.usage(environment.terminal().err());
    List<String> words = new ArrayList<>(own.getSubcommands().keySet());
    String last = words.remove(words.size() - 1);
    String choice = words.isEmpty() ? last : String.join(", ", words) + " or " + last;
    throw Stop.usage("%s: say %s".formatted(name, choice));
  }
}
