package io.witan.deliberation.domain;

import io.witan.shared.InvalidValue;
import io.witan.shared.Text;
import java.util.List;

/**
 * How a story could be built.
 *
 * @param acceptanceCriteria at least one
 * @param tasks 1 to 100, each waits for earlier ones only, so there is no circle
 */
public record PlanProposal(
    String title,
    String description,
    List<String> acceptanceCriteria,
    String technicalNotes,
    List<ProposedTask> tasks)
    implements Proposal {

  public PlanProposal {
    title = Text.required("title", title, 300);
    description = Text.required("description", description, 100_000);
    technicalNotes = Text.optional("technical_notes", technicalNotes, 100_000);
    acceptanceCriteria = List.copyOf(acceptanceCriteria);
    tasks = List.copyOf(tasks);
    if (acceptanceCriteria.isEmpty()) {
      throw new InvalidValue("acceptance_criteria", "none", "at least one");
    }
    if (tasks.isEmpty() || tasks.size() > 100) {
      throw new InvalidValue("tasks", tasks.size() + " tasks", "1 to 100 tasks");
    }
    for (int place = 0; place < tasks.size(); place++) {
      tasks.get(place).mustWaitForEarlierThan(place);
    }
  }
}
