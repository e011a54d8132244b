package io.witan.web.planning;

import io.witan.planning.domain.ProjectId;
import io.witan.shared.Ids;

/** An epic to open in a project. */
public record NewEpicWire(String projectId, String title, String description) {

  ProjectId project() {
    return new ProjectId(Ids.valid("project_id", projectId));
  }
}
