package io.witan.deliberation.port;

import io.witan.deliberation.domain.Agent;
import io.witan.deliberation.domain.Assignment;
import io.witan.deliberation.domain.Ballot;
import io.witan.deliberation.domain.Contribution;
import io.witan.deliberation.domain.Critique;
import io.witan.deliberation.domain.Proposal;
import io.witan.deliberation.domain.Purpose;
import io.witan.deliberation.domain.Subject;
import io.witan.deliberation.domain.Terms;
import io.witan.deliberation.domain.TurnKind;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * Everything that a turn is about, before it becomes words.
 *
 * @param seat the agent's place in the council, from 0
 * @param seats how many agents there are
 * @param pack what else is known about the subject
 * @param draft the proposal that is criticised or revised; absent otherwise
 * @param draftText the same to the letter; without names when others wrote it
 * @param critique what the draft is to be revised with; absent otherwise
 * @param options what a ballot is about, in the order in which it is shown; else empty
 * @param terms the rules: how the agents decide, and what proposals must keep to
 */
public record TurnFacts(
    Purpose purpose,
    TurnKind kind,
    Agent agent,
    int seat,
    int seats,
    Subject subject,
    Assignment assignment,
    String pack,
    Optional<Proposal> draft,
    Optional<String> draftText,
    Optional<Critique> critique,
    List<Option> options,
    Terms terms) {

  /**
   * One of the proposals of a ballot.
   *
   * @param label A, B, C and on
   * @param text to the letter, without names
   */
  public record Option(String label, Proposal proposal, String text) {}

  public TurnFacts {
    Objects.requireNonNull(purpose, "purpose");
    Objects.requireNonNull(kind, "kind");
    Objects.requireNonNull(agent, "agent");
    Objects.requireNonNull(subject, "subject");
    Objects.requireNonNull(assignment, "assignment");
    Objects.requireNonNull(pack, "pack");
    Objects.requireNonNull(terms, "terms");
    options = List.copyOf(options);
    boolean aboutOne = kind == TurnKind.CRITIQUE || kind == TurnKind.REVISE;
    if (aboutOne != draft.isPresent()) {
      throw new IllegalArgumentException("a draft is there when it is criticised or revised");
    }
    if ((kind == TurnKind.REVISE) != critique.isPresent()) {
      throw new IllegalArgumentException("a critique is there when a draft is revised, only then");
    }
    if ((kind == TurnKind.BALLOT) == options.isEmpty()) {
      throw new IllegalArgumentException("a ballot, and only a ballot, has options");
    }
  }

  /** For turns that are about one proposal or none, by the usual rules. */
  public TurnFacts(
      Purpose purpose,
      TurnKind kind,
      Agent agent,
      int seat,
      int seats,
      Subject subject,
      Assignment assignment,
      String pack,
      Optional<Proposal> draft,
      Optional<String> draftText,
      Optional<Critique> critique) {
    this(
        purpose,
        kind,
        agent,
        seat,
        seats,
        subject,
        assignment,
        pack,
        draft,
        draftText,
        critique,
        List.of(),
        Terms.usual());
  }

  /** The same by other rules. */
  public TurnFacts under(Terms other) {
    return new TurnFacts(
        purpose,
        kind,
        agent,
        seat,
        seats,
        subject,
        assignment,
        pack,
        draft,
        draftText,
        critique,
        options,
        other);
  }

  /** What is wrong with an answer that is of the right form; absent when nothing is. */
  public Optional<String> objection(Contribution answer) {
    if (answer instanceof Ballot ballot) {
      Set<String> shown = options.stream().map(Option::label).collect(Collectors.toSet());
      Set<String> marked =
          ballot.marks().stream().map(Ballot.Mark::label).collect(Collectors.toSet());
      return shown.equals(marked)
          ? Optional.empty()
          : Optional.of(
              "the ballot marks %s, it must mark each of %s"
                  .formatted(new TreeSet<>(marked), new TreeSet<>(shown)));
    }
    return Optional.empty();
  }
}
