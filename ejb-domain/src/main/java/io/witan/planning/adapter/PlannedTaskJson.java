package io.witan.planning.adapter;

import io.witan.json.JsonText;
import io.witan.ledger.adapter.CanonicalJson;
import io.witan.ledger.adapter.Fields;
import io.witan.planning.domain.PlannedTask;
import io.witan.planning.domain.TaskText;
import io.witan.planning.domain.TaskType;
import jakarta.json.JsonNumber;
import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import java.util.List;
import java.util.Map;

/** The tasks of a plan as JSON text, an object with one list. */
final class PlannedTaskJson {
  private PlannedTaskJson() {}

  static String write(List<PlannedTask> tasks) {
    return CanonicalJson.of(Map.of("tasks", tasks.stream().map(PlannedTaskJson::fields).toList()));
  }

  private static Map<String, Object> fields(PlannedTask task) {
    return Fields.of(
        "title", task.text().title(),
        "description", task.text().description(),
        "type", task.text().type().wire(),
        "assigned_to", task.text().assignedTo(),
        "estimated_hours", task.text().estimatedHours(),
        "priority", task.text().priority(),
        "depends_on", task.dependsOn());
  }

  static List<PlannedTask> read(String text) {
    return JsonText.object(text).getJsonArray("tasks").stream()
        .map(JsonValue::asJsonObject)
        .map(PlannedTaskJson::task)
        .toList();
  }

  private static PlannedTask task(JsonObject task) {
    return new PlannedTask(
        new TaskText(
            task.getString("title"),
            task.getString("description"),
            TaskType.parse("type", task.getString("type")),
            task.getString("assigned_to"),
            task.getInt("estimated_hours"),
            task.getInt("priority")),
        task.getJsonArray("depends_on").getValuesAs(JsonNumber.class).stream()
            .map(JsonNumber::intValue)
            .toList());
  }
}
