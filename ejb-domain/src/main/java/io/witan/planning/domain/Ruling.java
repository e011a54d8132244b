package io.witan.planning.domain;

import io.witan.shared.ActorId;
import io.witan.shared.Text;
import java.time.Instant;

/**
 * Who ruled on a decision, when, and what they noted.
 *
 * @param note up to 20,000 characters; may be empty for an approval
 */
public record Ruling(ActorId by, Instant at, String note) {
  public Ruling {
    note = Text.optional("note", note, 20_000);
  }
}
