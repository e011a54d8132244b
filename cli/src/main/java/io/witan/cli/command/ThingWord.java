package io.witan.cli.command;

import io.witan.cli.Environment;
import io.witan.cli.api.Json;
import io.witan.cli.api.Thing;
import io.witan.cli.api.WitanApi;
import io.witan.cli.term.Table;
import io.witan.cli.term.Words;
import java.io.PrintStream;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Mixin;

/** What every word does alike that asks the server for one thing: a page, or JSON as it came. */
abstract class ThingWord implements Callable<Integer> {
  private static final int WIDTH = 120;

  @Mixin private Output output;

  private final Environment environment;

  ThingWord(Environment environment) {
    this.environment = environment;
  }

  @Override
  public Integer call() {
    ask(new Access(environment).api());
    return WitanCommand.ok();
  }

  /** Asks the server, and shows what it said. */
  abstract void ask(WitanApi api);

  Environment environment() {
    return environment;
  }

  PrintStream out() {
    return environment.terminal().out();
  }

  /** Whether what was asked for is for programs. */
  boolean asJson() {
    return output.json;
  }

  /** Shows a thing: as it is, or by what the page prints. */
  void show(Thing thing, Runnable page) {
    if (asJson()) {
      out().println(Json.pretty(thing.json()));
    } else {
      page.run();
    }
  }

  /** Shows a list: as it is, or as a table. */
  void show(List<Thing> things, Table table, Columns columns) {
    if (asJson()) {
      out().println(Json.pretty(Map.of("items", things.stream().map(Thing::json).toList())));
      return;
    }
    print(things, table, columns);
  }

  void print(List<Thing> things, Table table, Columns columns) {
    things.forEach(thing -> table.row(columns.of(thing)));
    table.print(out(), environment.terminal().style());
  }

  /** The cells of a row. */
  interface Columns {
    Object[] of(Thing thing);
  }

  /** One sentence about what was done. */
  void say(String sentence) {
    out().println(Words.line(sentence, 10 * WIDTH));
  }

  /** One sentence beside what was asked for. */
  void tell(String sentence) {
    environment.terminal().err().println(Words.line(sentence, 10 * WIDTH));
  }

  /** A field with its name before it, unless there is nothing in it. */
  void line(String name, String value) {
    if (!value.isBlank()) {
      out().println("%-12s %s".formatted(name, Words.line(value, WIDTH)));
    }
  }

  void heading(String text) {
    out().println(environment.terminal().style().strong(Words.line(text, WIDTH)));
  }

  /** A text of several lines, as long as a page takes. */
  void text(String text) {
    if (!text.isBlank()) {
      out().println();
      Words.excerpt(text, 40, WIDTH).forEach(out()::println);
    }
  }

  void items(String heading, List<String> items) {
    if (!items.isEmpty()) {
      out().println();
      heading(heading);
      items.forEach(
          item ->
              out()
                  .println(
                      environment.terminal().style().bullet() + " " + Words.line(item, WIDTH)));
    }
  }

  static String mark(Thing thing) {
    return thing.flag("archived") ? "archived" : "";
  }
}
