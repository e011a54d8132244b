package io.witan.deliberation.domain;

import io.witan.shared.Text;
import java.util.Objects;
import java.util.Optional;

/**
 * How a task could be done.
 *
 * @param summary what changes and why
 * @param patch a unified diff, when the agent could write one
 * @param workNote what the one who does the task must know
 */
public record WorkProposal(String title, String summary, Optional<String> patch, String workNote)
    implements Proposal {

  public WorkProposal {
    title = Text.required("title", title, 300);
    summary = Text.required("summary", summary, 50_000);
    Objects.requireNonNull(patch, "patch");
    patch.ifPresent(diff -> Text.required("patch", diff, 500_000));
    workNote = Text.required("work_note", workNote, 100_000);
  }
}
