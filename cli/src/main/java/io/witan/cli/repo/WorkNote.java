package io.witan.cli.repo;

/** The file that stands for work which no patch did: it says so first. */
final class WorkNote {
  private WorkNote() {}

  static String of(Work work, ProposalText proposal, String how) {
    String turns = work.rehearsal() ? " Rehearsal: no model was asked." : "";
    return """
        # %s

        > %s No code was changed.%s
        > Task %s, round %d, deliberation %s.

        %s
        """
        .formatted(
            proposal.title().orElse(work.taskTitle()).replaceAll("\\s+", " "),
            how,
            turns,
            work.taskId(),
            work.round(),
            work.deliberationId(),
            proposal.note());
  }
}
