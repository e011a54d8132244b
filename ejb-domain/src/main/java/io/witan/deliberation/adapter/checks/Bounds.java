package io.witan.deliberation.adapter.checks;

import java.time.Duration;

/** How much of a proposal is looked at. What is larger fails its check, with the bound named. */
final class Bounds {
  /** The most files that one patch may touch. */
  static final int FILES = 100;

  /** The most bytes of one file, before or after the patch. */
  static final int FILE_BYTES = 1_000_000;

  /** The most bytes of all files together. */
  static final int ALL_BYTES = 5_000_000;

  /** How deep brackets and documents may be nested. */
  static final int DEPTH = 100;

  /** The most values of one YAML document, what its aliases repeat included. */
  static final int VALUES = 50_000;

  /** How often the parser of Java may look at tokens again; a second or two on a usual machine. */
  static final long RESCANS = 1_000_000;

  /** How many files are parsed at once by a parser that cannot be stopped. */
  static final int PARSERS = 4;

  /** How long the parser of one file may take. */
  static final Duration PARSING = Duration.ofSeconds(5);

  /** How long all files of one proposal may take; those that are left then are not looked at. */
  static final Duration CHECKING = Duration.ofSeconds(20);

  private Bounds() {}
}
