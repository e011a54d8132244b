package io.witan.cli.command;

import picocli.CommandLine.Option;

/** The choice between a page for people and a document for programs. */
final class Output {
  @Option(
      names = "--json",
      description = "Print one JSON document; everything else goes to standard error.")
  boolean json;
}
