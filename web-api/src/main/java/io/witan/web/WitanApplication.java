package io.witan.web;

import io.witan.web.audit.AuditResource;
import io.witan.web.audit.ExportResource;
import io.witan.web.audit.HeadsResource;
import io.witan.web.audit.StoryAuditResource;
import io.witan.web.audit.TrailResource;
import io.witan.web.calibration.CalibrationResource;
import io.witan.web.deliberation.CouncilResource;
import io.witan.web.deliberation.DeliberationResource;
import io.witan.web.deliberation.StoryDeliberationResource;
import io.witan.web.deliberation.TaskDeliberationResource;
import io.witan.web.identity.KeyResource;
import io.witan.web.identity.SessionResource;
import io.witan.web.identity.TokenResource;
import io.witan.web.identity.UserResource;
import io.witan.web.json.EmptyBodies;
import io.witan.web.json.RecordBodies;
import io.witan.web.live.EventResource;
import io.witan.web.live.ProgressResource;
import io.witan.web.outbox.ParkedEventResource;
import io.witan.web.planning.CeremonyResource;
import io.witan.web.planning.CeremonyStoryResource;
import io.witan.web.planning.DecisionResource;
import io.witan.web.planning.DerivationResource;
import io.witan.web.planning.EpicResource;
import io.witan.web.planning.PlanDerivationResource;
import io.witan.web.planning.PlanResource;
import io.witan.web.planning.PlanTaskGraphResource;
import io.witan.web.planning.ProjectResource;
import io.witan.web.planning.StoryPlanResource;
import io.witan.web.planning.StoryReadinessResource;
import io.witan.web.planning.StoryResource;
import io.witan.web.planning.StoryTaskGraphResource;
import io.witan.web.planning.TaskResource;
import io.witan.web.problem.ThrowableMapper;
import io.witan.web.request.KnownQueryOnly;
import io.witan.web.runner.RunnerResource;
import io.witan.web.security.DefaultDeny;
import io.witan.web.workflow.WorkflowResource;
import jakarta.ws.rs.ApplicationPath;
import jakarta.ws.rs.core.Application;
import java.util.Map;
import java.util.Set;

/**
 * Mounts the REST API: its resources, and what stands before and behind all of them.
 *
 * <p>They are named, and not found by their annotations, as the server would also take clients of
 * MicroProfile Rest Client for resources, which have the same annotations.
 */
@ApplicationPath("/api/v1")
public class WitanApplication extends Application {

  @Override
  public Set<Class<?>> getClasses() {
    return Set.of(
        AboutResource.class,
        AuditResource.class,
        ExportResource.class,
        HeadsResource.class,
        StoryAuditResource.class,
        TrailResource.class,
        CalibrationResource.class,
        CouncilResource.class,
        DeliberationResource.class,
        StoryDeliberationResource.class,
        TaskDeliberationResource.class,
        KeyResource.class,
        SessionResource.class,
        TokenResource.class,
        UserResource.class,
        EventResource.class,
        ProgressResource.class,
        ParkedEventResource.class,
        CeremonyResource.class,
        CeremonyStoryResource.class,
        DecisionResource.class,
        DerivationResource.class,
        EpicResource.class,
        PlanDerivationResource.class,
        PlanResource.class,
        PlanTaskGraphResource.class,
        ProjectResource.class,
        StoryPlanResource.class,
        StoryReadinessResource.class,
        StoryResource.class,
        StoryTaskGraphResource.class,
        TaskResource.class,
        RunnerResource.class,
        WorkflowResource.class,
        EmptyBodies.class,
        RecordBodies.class,
        ThrowableMapper.class,
        KnownQueryOnly.class,
        DefaultDeny.class);
  }

  /** No second description of the API beside OpenAPI. */
  @Override
  public Map<String, Object> getProperties() {
    return Map.of("jersey.config.server.wadl.disableWadl", true);
  }
}
