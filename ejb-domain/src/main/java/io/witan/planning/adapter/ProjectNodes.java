package io.witan.planning.adapter;

import io.witan.ledger.adapter.AggregateStore.Mapping;
import io.witan.ledger.adapter.AggregateStore.Telling;
import io.witan.ledger.adapter.Fields;
import io.witan.neo4j.Row;
import io.witan.planning.domain.Project;
import io.witan.planning.domain.ProjectEvent;
import io.witan.planning.domain.ProjectEvent.ProjectArchived;
import io.witan.planning.domain.ProjectEvent.ProjectCreated;
import io.witan.planning.domain.ProjectId;
import io.witan.planning.domain.ProjectStatus;
import io.witan.shared.ActorId;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Projects as nodes, and their events on the wire. */
final class ProjectNodes implements Mapping<Project, ProjectEvent> {

  @Override
  public String kind() {
    return "Project";
  }

  @Override
  public String id(Project project) {
    return project.id().value();
  }

  @Override
  public long version(Project project) {
    return project.version();
  }

  @Override
  public Map<String, Object> properties(Project project) {
    return Fields.of(
        "name", project.name(),
        "description", project.description(),
        "status", project.status().name(),
        "owner", project.owner().value(),
        "created_at", project.createdAt(),
        "updated_at", project.updatedAt(),
        "archived", project.archived());
  }

  @Override
  public Project from(Row node) {
    return new Project(
        new ProjectId(node.text("id")),
        node.text("name"),
        node.text("description"),
        ProjectStatus.valueOf(node.text("status")),
        new ActorId(node.text("owner")),
        node.time("created_at"),
        node.time("updated_at"),
        node.flag("archived"),
        node.number("version"));
  }

  @Override
  public Telling tell(Project after, ProjectEvent event) {
    if (event instanceof ProjectArchived archived) {
      return ArchivedWire.tell(
          ArchivedWire.PROJECT,
          Fields.of("project_id", archived.project().value()),
          archived.by(),
          Optional.empty(),
          archived.at());
    }
    return created((ProjectCreated) event);
  }

  private static Telling created(ProjectCreated created) {
    return new Telling(
        "project.created",
        Map.of(),
        List.of(
            PlanningContracts.PROJECT_CREATED.event(
                Fields.of(
                    "event_type", "project.created",
                    "project_id", created.project().value(),
                    "name", created.name(),
                    "description", created.description(),
                    "owner", created.owner().value(),
                    "created_at", created.at()))));
  }
}
