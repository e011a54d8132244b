package io.witan.deliberation.port;

import io.witan.deliberation.domain.Agent;
import io.witan.deliberation.domain.Assignment;
import io.witan.deliberation.domain.Critique;
import io.witan.deliberation.domain.Proposal;
import io.witan.deliberation.domain.Purpose;
import io.witan.deliberation.domain.Subject;
import io.witan.deliberation.domain.TurnKind;
import java.util.Objects;
import java.util.Optional;

/**
 * Everything that a turn is about, before it becomes words.
 *
 * @param seat the agent's place in the council, from 0
 * @param seats how many agents there are
 * @param pack what else is known about the subject
 * @param draft the proposal that is criticised or revised; absent when one is to be made
 * @param draftText the same to the letter
 * @param critique what the draft is to be revised with; absent otherwise
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
    Optional<Critique> critique) {
  public TurnFacts {
    Objects.requireNonNull(purpose, "purpose");
    Objects.requireNonNull(kind, "kind");
    Objects.requireNonNull(agent, "agent");
    Objects.requireNonNull(subject, "subject");
    Objects.requireNonNull(assignment, "assignment");
    Objects.requireNonNull(pack, "pack");
    if ((kind == TurnKind.PROPOSE) == draft.isPresent()) {
      throw new IllegalArgumentException("a draft is there unless one is to be made");
    }
    if ((kind == TurnKind.REVISE) != critique.isPresent()) {
      throw new IllegalArgumentException("a critique is there when a draft is revised, only then");
    }
  }
}
