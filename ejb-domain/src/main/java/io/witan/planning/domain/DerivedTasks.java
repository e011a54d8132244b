package io.witan.planning.domain;

import io.witan.shared.InvalidValue;
import io.witan.shared.Outcome;
import io.witan.shared.Refusal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * What a council made of a plan: tasks, and which of them wait for which.
 *
 * <p>The answer says what waits for what. Where it says nothing at all, words do: a task waits for
 * another when its text mentions a keyword of the other.
 *
 * @param tasks 1 to 100, each key once; they wait for each other only
 */
public record DerivedTasks(List<DerivedTask> tasks) {
  public DerivedTasks {
    tasks = List.copyOf(tasks);
    if (tasks.isEmpty() || tasks.size() > 100) {
      throw new InvalidValue("tasks", tasks.size() + " tasks", "1 to 100 tasks");
    }
    Set<String> keys = new LinkedHashSet<>();
    tasks.forEach(task -> mustBeNew(keys, task.key()));
    tasks.forEach(task -> task.waitsFor().forEach(wait -> mustBeThere(keys, wait.key())));
  }

  /** One task waits for another. */
  public record Edge(String task, String on, String reason) {}

  private static void mustBeNew(Set<String> keys, String key) {
    if (!keys.add(key)) {
      throw new InvalidValue("tasks.id", key, "each id once");
    }
  }

  private static void mustBeThere(Set<String> keys, String key) {
    if (!keys.contains(key)) {
      throw new InvalidValue("tasks.depends_on.id", key, "the id of a task: " + keys);
    }
  }

  /** Who waits for whom, by the answer or, where it is silent, by keywords. */
  public List<Edge> edges() {
    List<Edge> said = new ArrayList<>();
    for (DerivedTask task : tasks) {
      for (DerivedTask.Wait wait : task.waitsFor()) {
        String reason = wait.reason().isEmpty() ? "the council says so" : wait.reason();
        said.add(new Edge(task.key(), wait.key(), reason));
      }
    }
    return said.isEmpty() ? byKeywords() : said;
  }

  private List<Edge> byKeywords() {
    List<Edge> found = new ArrayList<>();
    for (DerivedTask task : tasks) {
      for (DerivedTask other : tasks) {
        if (!task.equals(other)) {
          task.mentioned(other)
              .map(word -> new Edge(task.key(), other.key(), "mentions \"%s\"".formatted(word)))
              .ifPresent(found::add);
        }
      }
    }
    return found;
  }

  /** The tasks, each after what it waits for, or a refusal that names a circle. */
  public Outcome<List<DerivedTask>> inOrder() {
    Map<String, Set<String>> waitsFor = new LinkedHashMap<>();
    tasks.forEach(task -> waitsFor.put(task.key(), new LinkedHashSet<>()));
    edges().forEach(edge -> waitsFor.get(edge.task()).add(edge.on()));
    DependencyGraph<String> graph = new DependencyGraph<>(waitsFor);
    return graph.cycle().map(DerivedTasks::refused).orElseGet(() -> Outcome.done(sorted(graph)));
  }

  private static Outcome<List<DerivedTask>> refused(List<String> circle) {
    return Outcome.refused(
        Refusal.of(
            Refusal.Code.GUARD_FAILED,
            "the tasks wait for each other in a circle: " + String.join(" -> ", circle)));
  }

  private List<DerivedTask> sorted(DependencyGraph<String> graph) {
    Map<String, DerivedTask> byKey =
        tasks.stream().collect(Collectors.toMap(DerivedTask::key, Function.identity()));
    return graph.order().stream().map(byKey::get).toList();
  }
}
