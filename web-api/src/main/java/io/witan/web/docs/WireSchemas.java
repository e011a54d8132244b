package io.witan.web.docs;

import io.witan.web.AboutResource.AboutWire;
import io.witan.web.audit.AuditEntryWire;
import io.witan.web.audit.HeadsVerificationWire;
import io.witan.web.audit.PastStateWire;
import io.witan.web.audit.StoryVerificationWire;
import io.witan.web.audit.TrailEntryWire;
import io.witan.web.audit.TrailVerificationWire;
import io.witan.web.audit.VerificationWire;
import io.witan.web.calibration.DominanceWire;
import io.witan.web.calibration.StandingWire;
import io.witan.web.deliberation.AgentWire;
import io.witan.web.deliberation.CouncilWire;
import io.witan.web.deliberation.DeliberationLineWire;
import io.witan.web.deliberation.DeliberationWire;
import io.witan.web.deliberation.ForkWire;
import io.witan.web.deliberation.NewCouncilWire;
import io.witan.web.deliberation.ReplayWire;
import io.witan.web.deliberation.WishWire;
import io.witan.web.identity.CredentialsWire;
import io.witan.web.identity.KeyResource.KeySetWire;
import io.witan.web.identity.MeWire;
import io.witan.web.identity.NewUserWire;
import io.witan.web.identity.SessionWire;
import io.witan.web.identity.TokenWire;
import io.witan.web.identity.UserWire;
import io.witan.web.json.Shape;
import io.witan.web.live.ProgressWire;
import io.witan.web.outbox.ParkedEventWire;
import io.witan.web.outbox.RetryWire;
import io.witan.web.planning.ApprovalWire;
import io.witan.web.planning.CeremonyStoriesWire;
import io.witan.web.planning.CeremonyWire;
import io.witan.web.planning.DecisionWire;
import io.witan.web.planning.DerivationWire;
import io.witan.web.planning.EpicWire;
import io.witan.web.planning.FeedbackWire;
import io.witan.web.planning.NewDecisionWire;
import io.witan.web.planning.NewEpicWire;
import io.witan.web.planning.NewProjectWire;
import io.witan.web.planning.NewStoryWire;
import io.witan.web.planning.PlanWire;
import io.witan.web.planning.ProjectWire;
import io.witan.web.planning.ReadinessWire;
import io.witan.web.planning.RejectionWire;
import io.witan.web.planning.ReviewApprovalWire;
import io.witan.web.planning.StoryWire;
import io.witan.web.planning.TaskGraphWire;
import io.witan.web.planning.TaskWire;
import io.witan.web.planning.TransitionWire;
import io.witan.web.problem.Problem;
import io.witan.web.request.ItemsWire;
import io.witan.web.request.NothingWire;
import io.witan.web.runner.RunnerWire;
import io.witan.web.workflow.ActionWire;
import io.witan.web.workflow.HeartbeatWire;
import io.witan.web.workflow.StatisticsWire;
import io.witan.web.workflow.TaskRetryWire;
import io.witan.web.workflow.WorkflowWire;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.models.media.Schema;
import org.eclipse.microprofile.openapi.models.media.Schema.SchemaType;

/** The schemas of the wire records, drawn from the same shapes that read and write them. */
final class WireSchemas {
  static final List<Class<? extends Record>> RECORDS =
      List.of(
          AboutWire.class,
          ActionWire.class,
          AgentWire.class,
          ApprovalWire.class,
          AuditEntryWire.class,
          CeremonyStoriesWire.class,
          CeremonyWire.class,
          CouncilWire.class,
          CredentialsWire.class,
          DecisionWire.class,
          DeliberationWire.class,
          DeliberationLineWire.class,
          ForkWire.class,
          ReplayWire.class,
          DerivationWire.class,
          DominanceWire.class,
          EpicWire.class,
          FeedbackWire.class,
          HeartbeatWire.class,
          HeadsVerificationWire.class,
          ItemsWire.class,
          KeySetWire.class,
          MeWire.class,
          NewCouncilWire.class,
          NewDecisionWire.class,
          NewEpicWire.class,
          NewProjectWire.class,
          NewStoryWire.class,
          NewUserWire.class,
          NothingWire.class,
          ParkedEventWire.class,
          PastStateWire.class,
          PlanWire.class,
          Problem.class,
          ProgressWire.class,
          ProjectWire.class,
          ReadinessWire.class,
          RejectionWire.class,
          RetryWire.class,
          RunnerWire.class,
          ReviewApprovalWire.class,
          SessionWire.class,
          StandingWire.class,
          StatisticsWire.class,
          StoryVerificationWire.class,
          StoryWire.class,
          TaskGraphWire.class,
          TaskRetryWire.class,
          TaskWire.class,
          TokenWire.class,
          TrailEntryWire.class,
          TrailVerificationWire.class,
          TransitionWire.class,
          UserWire.class,
          VerificationWire.class,
          WishWire.class,
          WorkflowWire.class);

  private WireSchemas() {}

  static Map<String, Schema> all() {
    Map<String, Schema> schemas = new LinkedHashMap<>();
    RECORDS.forEach(type -> schemas.put(type.getSimpleName(), object(type)));
    return schemas;
  }

  private static Schema object(Class<?> recordType) {
    Schema schema = OASFactory.createSchema().type(SchemaType.OBJECT);
    for (Shape.Field field : Shape.of(recordType).fields()) {
      schema.addProperty(field.name(), value(field.type()));
    }
    return schema;
  }

  private static Schema value(Type type) {
    if (type instanceof ParameterizedType generic) {
      return container(generic);
    }
    return type instanceof Class<?> plain ? plain(plain) : anyObject();
  }

  private static Schema container(ParameterizedType type) {
    Type[] arguments = type.getActualTypeArguments();
    if (type.getRawType() == Optional.class) {
      return value(arguments[0]);
    }
    if (type.getRawType() == Map.class) {
      return OASFactory.createSchema()
          .type(SchemaType.OBJECT)
          .additionalPropertiesSchema(value(arguments[1]));
    }
    return OASFactory.createSchema().type(SchemaType.ARRAY).items(value(arguments[0]));
  }

  private static Schema plain(Class<?> type) {
    if (type.isRecord()) {
      return object(type);
    }
    if (type == Instant.class) {
      return OASFactory.createSchema().type(SchemaType.STRING).format("date-time");
    }
    if (type == String.class) {
      return OASFactory.createSchema().type(SchemaType.STRING);
    }
    if (type == boolean.class || type == Boolean.class) {
      return OASFactory.createSchema().type(SchemaType.BOOLEAN);
    }
    if (type == double.class || type == Double.class) {
      return OASFactory.createSchema().type(SchemaType.NUMBER).format("double");
    }
    boolean whole = type.isPrimitive() || Number.class.isAssignableFrom(type);
    return whole ? OASFactory.createSchema().type(SchemaType.INTEGER) : anyObject();
  }

  private static Schema anyObject() {
    return OASFactory.createSchema().type(SchemaType.OBJECT);
  }
}
