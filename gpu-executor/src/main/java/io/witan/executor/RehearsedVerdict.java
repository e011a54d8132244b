package io.witan.executor;

import io.witan.deliberation.domain.Critique;
import io.witan.deliberation.domain.GateBrief;
import io.witan.deliberation.domain.Purpose;
import io.witan.deliberation.domain.VerdictProposal;
import io.witan.deliberation.port.TurnFacts;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/**
 * A verdict at a gate by words that fixed rules find in the work: an architect wants something that
 * can be looked at, QA wants a word on tests.
 */
final class RehearsedVerdict {
  private static final Pattern LOOKED_AT =
      Pattern.compile("(?i)\\b(commit_sha|patch|change|work|test)");
  private static final Pattern TESTED = Pattern.compile("(?i)\\btest");

  private RehearsedVerdict() {}

  static VerdictProposal propose(Approach approach, TurnFacts facts) {
    String work = GateBrief.workIn(facts.assignment().text()).orElse("");
    boolean design = facts.purpose() == Purpose.JUDGE_DESIGN;
    boolean approved = (design ? LOOKED_AT : TESTED).matcher(work).find();
    List<String> findings = new ArrayList<>();
    findings.add("The work has %d characters.".formatted(work.length()));
    if (approach != Approach.MINIMAL) {
      findings.add(
          "%d criteria stand beside it.".formatted(facts.assignment().acceptanceCriteria().size()));
    }
    return new VerdictProposal(
        "[rehearsal] %s: %s, the %s look"
            .formatted(
                StoryWords.line(facts.assignment().title()),
                approved ? "passes" : "is turned down",
                approach.label()),
        approved,
        "Rehearsal, fixed rules and no model's judgement: " + reason(design, approved),
        findings);
  }

  private static String reason(boolean design, boolean approved) {
    if (design) {
      return approved
          ? "there is something that can be looked at."
          : "nothing can be looked at. Name the commit.";
    }
    return approved
        ? "the work says a word on tests."
        : "the work says no word on tests. Say which tests prove it.";
  }

  /** The same verdict; the feedback tells of the critique. */
  static VerdictProposal revise(VerdictProposal draft, Critique critique) {
    return new VerdictProposal(
        draft.title(),
        draft.approved(),
        draft.feedback() + "\n\nRevised in rehearsal after this critique:\n" + critique.text(),
        draft.findings());
  }
}
