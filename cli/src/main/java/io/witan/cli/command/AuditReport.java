package io.witan.cli.command;

import io.witan.cli.api.ChainVerdict;
import io.witan.cli.api.HeadsVerdict;
import io.witan.cli.api.StoryVerdict;
import io.witan.cli.api.TrailEntry;
import io.witan.cli.term.Table;
import io.witan.cli.term.Terminal;
import java.util.List;

/** Shows audit trails and verdicts to people. */
final class AuditReport {
  private static final int HASH_SHOWN = 10;
  private static final int TIME_SHOWN = 23;

  private final Terminal terminal;

  AuditReport(Terminal terminal) {
    this.terminal = terminal;
  }

  /** All signed heads. */
  void everything(HeadsVerdict verdict) {
    String checked =
        "%d batches of signed heads, %d heads, %d entries of chains"
            .formatted(verdict.batches(), verdict.heads(), verdict.entries());
    terminal
        .out()
        .println(
            verdict.holds()
                ? terminal.style().ok(checked + ": all hold")
                : terminal.style().bad(checked + " hold; then " + words(verdict.broken())));
  }

  private static String words(HeadsVerdict.Break broken) {
    return broken.kind() == null
        ? "BROKEN at batch %d: %s".formatted(broken.batch(), broken.reason())
        : "BROKEN at batch %d, %s %s, entry %d: %s"
            .formatted(
                broken.batch(), broken.kind(), broken.id(), broken.sequence(), broken.reason());
  }

  /** What happened, in order of time. */
  void timeline(List<TrailEntry> entries) {
    entries(entries).print(terminal.out(), terminal.style());
  }

  /** The chains of a story, after its trail unless that is empty. */
  void story(List<TrailEntry> trail, StoryVerdict verdict) {
    if (!trail.isEmpty()) {
      entries(trail).print(terminal.out(), terminal.style());
      terminal.out().println();
    }
    Table chains = new Table("CHAIN", "ID", "ENTRIES", "SIGNED", "VERDICT");
    verdict
        .chains()
        .forEach(
            one -> chains.row(one.kind(), one.id(), one.entries(), one.signed(), verdict(one)));
    chains.print(terminal.out(), terminal.style());
    terminal.out().println();
    terminal
        .out()
        .println(
            verdict.holds()
                ? terminal
                    .style()
                    .ok(
                        "%d entries, %d chains, all hold"
                            .formatted(verdict.entries(), verdict.chains().size()))
                : terminal
                    .style()
                    .bad(
                        "%d of %d chains are broken"
                            .formatted(verdict.broken().size(), verdict.chains().size())));
  }

  private static Table entries(List<TrailEntry> trail) {
    Table entries = new Table("AT", "ACTOR", "KIND", "NO", "ACTION", "HASH", "WHAT");
    trail.forEach(
        entry ->
            entries.row(
                head(entry.at(), TIME_SHOWN),
                entry.actor(),
                entry.kind(),
                entry.sequence(),
                entry.action(),
                head(entry.hash(), HASH_SHOWN),
                entry.summary()));
    return entries;
  }

  private static String verdict(ChainVerdict one) {
    if (one.holds()) {
      return "holds";
    }
    if (one.broken() == null) {
      return "BROKEN";
    }
    return one.broken().sequence() == 0
        ? "BROKEN: " + one.broken().reason()
        : "BROKEN at entry %d: %s".formatted(one.broken().sequence(), one.broken().reason());
  }

  private static String head(String text, int length) {
    return text == null || text.length() <= length ? text : text.substring(0, length);
  }
}
