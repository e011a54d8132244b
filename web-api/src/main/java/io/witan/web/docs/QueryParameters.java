package io.witan.web.docs;

import io.witan.planning.domain.CeremonyStatus;
import io.witan.planning.domain.DerivationStatus;
import io.witan.planning.domain.EpicStatus;
import io.witan.planning.domain.ProjectStatus;
import io.witan.planning.domain.StoryState;
import io.witan.planning.domain.TaskStatus;
import io.witan.planning.domain.TaskType;
import io.witan.shared.Page;
import io.witan.shared.Role;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.models.Operation;
import org.eclipse.microprofile.openapi.models.PathItem;
import org.eclipse.microprofile.openapi.models.media.Schema;
import org.eclipse.microprofile.openapi.models.parameters.Parameter;

/**
 * What the query parameters mean that several lists have. Those of {@code ListQuery} are fields of
 * a bean, which Payara's OpenAPI scanner does not find; and where one is described it answers no
 * document at all. So they are added here.
 */
final class QueryParameters {
  private static final Meaning FLAG = Meaning.text("").of(Schema.SchemaType.BOOLEAN).usually(false);

  /** The lists that take a {@code ListQuery}. */
  static final Set<String> ORDERED =
      Set.of("projects", "epics", "stories", "tasks", "ceremonies", "derivations");

  private static final List<String> OF_ORDERED = List.of("limit", "after", "sort", "total");
  private static final Map<String, Meaning> MEANINGS = meanings();

  private QueryParameters() {}

  /**
   * What one of them means.
   *
   * @param values all that it may be; empty when that is not an enumeration
   * @param usual what leaving it out means, if that is a value of its own
   */
  record Meaning(
      String description, Schema.SchemaType type, List<String> values, Optional<Object> usual) {

    static Meaning text(String description) {
      return new Meaning(description, Schema.SchemaType.STRING, List.of(), Optional.empty());
    }

    static <T> Meaning oneOf(String description, T[] values, Function<T, String> wire) {
      return new Meaning(
          description,
          Schema.SchemaType.STRING,
          Arrays.stream(values).map(wire).toList(),
          Optional.empty());
    }

    Meaning saying(String words) {
      return new Meaning(words, type, values, usual);
    }

    Meaning of(Schema.SchemaType other) {
      return new Meaning(description, other, values, usual);
    }

    Meaning usually(Object value) {
      return new Meaning(description, type, values, Optional.of(value));
    }

    Schema schema() {
      Schema schema = OASFactory.createSchema().type(type);
      values.forEach(schema::addEnumeration);
      usual.ifPresent(schema::setDefaultValue);
      return schema;
    }
  }

  private static Map<String, Meaning> meanings() {
    Map<String, Meaning> meanings = new HashMap<>(pages());
    meanings.put("archived", FLAG.saying("Whether those that were deleted are shown, too"));
    meanings.put("story_id", Meaning.text("Only those of this story"));
    meanings.put("epic_id", Meaning.text("Only those of this epic"));
    meanings.put("project_id", Meaning.text("Only those of this project"));
    meanings.put("plan_id", Meaning.text("Only those that came out of this plan"));
    meanings.put("owner", Meaning.text("Only those of this user"));
    meanings.put("created_by", Meaning.text("Only those that this user created"));
    meanings.put(
        "source_digest", Meaning.text("Only the one that was made of the file with this digest"));
    meanings.put("role", Meaning.oneOf("Whose turn it is", Role.values(), Role::wire));
    meanings.put(
        "stories state",
        Meaning.oneOf("Only those in this state", StoryState.values(), StoryState::name));
    meanings.put(
        "tasks type", Meaning.oneOf("Only those of this type", TaskType.values(), TaskType::wire));
    String status = "Only those in this status";
    meanings.put(
        "projects status", Meaning.oneOf(status, ProjectStatus.values(), ProjectStatus::wire));
    meanings.put("epics status", Meaning.oneOf(status, EpicStatus.values(), EpicStatus::wire));
    meanings.put("tasks status", Meaning.oneOf(status, TaskStatus.values(), TaskStatus::wire));
    meanings.put(
        "ceremonies status", Meaning.oneOf(status, CeremonyStatus.values(), CeremonyStatus::name));
    meanings.put(
        "derivations status",
        Meaning.oneOf(
            status + "; what FAILED waits for a person",
            DerivationStatus.values(),
            DerivationStatus::name));
    return meanings;
  }

  private static Map<String, Meaning> pages() {
    return Map.of(
        "limit",
        Meaning.text("How many, 1 to %d".formatted(Page.MOST))
            .of(Schema.SchemaType.INTEGER)
            .usually(100),
        "after",
        Meaning.text("The next of the page before, with the same filters and order"),
        "sort",
        Meaning.oneOf(
                "The order; with a minus before it the latest first",
                Page.Order.values(),
                Page.Order::wire)
            .usually(Page.Order.OLDEST.wire()),
        "total",
        FLAG.saying("Whether all are counted, which costs more the more there are"));
  }

  /**
   * What a parameter means.
   *
   * @param path where the list is, for example {@code /api/v1/stories}
   */
  static Optional<Meaning> of(String path, String name) {
    return Optional.ofNullable(MEANINGS.get(last(path) + " " + name))
        .or(() -> Optional.ofNullable(MEANINGS.get(name)));
  }

  private static String last(String path) {
    return path.substring(path.lastIndexOf('/') + 1);
  }

  /** Says it of all that the operation has and says nothing about. */
  static void describe(String path, PathItem.HttpMethod method, Operation operation) {
    if (method == PathItem.HttpMethod.GET && ORDERED.contains(last(path))) {
      OF_ORDERED.stream().map(QueryParameters::named).forEach(operation::addParameter);
    }
    if (operation.getParameters() != null) {
      operation.getParameters().stream()
          .filter(parameter -> parameter.getIn() == Parameter.In.QUERY)
          .filter(parameter -> parameter.getDescription() == null)
          .forEach(
              parameter ->
                  of(path, parameter.getName()).ifPresent(meaning -> say(meaning, parameter)));
    }
  }

  private static Parameter named(String name) {
    return OASFactory.createParameter().name(name).in(Parameter.In.QUERY).required(false);
  }

  private static void say(Meaning meaning, Parameter parameter) {
    parameter.description(meaning.description()).schema(meaning.schema());
  }
}
