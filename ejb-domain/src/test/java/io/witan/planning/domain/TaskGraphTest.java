package io.witan.planning.domain;

import static io.witan.testing.ATask.aTask;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import io.witan.planning.domain.TaskGraph.Node;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Label;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

@Label("Tasks that wait for each other")
class TaskGraphTest {

  private record Draft(int hours, TaskStatus status, Set<Integer> earlier) {}

  private static Task task(String id, int hours, TaskStatus status, String... after) {
    return aTask()
        .called(id)
        .taking(hours)
        .in(status)
        .after(Stream.of(after).map(TaskId::new).toArray(TaskId[]::new))
        .build();
  }

  private static Task task(String id, int hours, String... after) {
    return task(id, hours, TaskStatus.TODO, after);
  }

  /** Up to nine tasks, each waiting for some of the earlier ones. */
  @Provide
  Arbitrary<List<Task>> plans() {
    Arbitrary<Draft> drafts =
        Combinators.combine(
                Arbitraries.integers().between(0, 5),
                Arbitraries.of(TaskStatus.TODO, TaskStatus.COMPLETED, TaskStatus.CANCELLED),
                Arbitraries.integers().between(0, 8).set().ofMaxSize(3))
            .as(Draft::new);
    return drafts.list().ofMaxSize(9).map(TaskGraphTest::tasks);
  }

  private static List<Task> tasks(List<Draft> drafts) {
    List<Task> tasks = new ArrayList<>();
    for (Draft draft : drafts) {
      int place = tasks.size();
      String[] after =
          draft.earlier().stream()
              .filter(earlier -> earlier < place)
              .map(earlier -> "T-" + earlier)
              .toArray(String[]::new);
      tasks.add(task("T-" + place, draft.hours(), draft.status(), after));
    }
    return tasks;
  }

  /** How long the longest way to the end of each task is, found by walking all of them. */
  private static Map<TaskId, Long> longestWays(List<Task> tasks) {
    Map<TaskId, Long> ways = new HashMap<>();
    for (Task task : tasks) {
      long before = task.dependsOn().stream().mapToLong(ways::get).max().orElse(0);
      ways.put(task.id(), before + task.text().estimatedHours());
    }
    return ways;
  }

  @Property
  @Label("have a critical path: a chain of them that is as long as the longest")
  void have_a_critical_path(@ForAll("plans") List<Task> tasks) {
    TaskGraph graph = new TaskGraph(tasks);
    List<TaskId> path = graph.criticalPath();
    Map<TaskId, Task> byId = tasks.stream().collect(Collectors.toMap(Task::id, one -> one));

    assertThat(path.isEmpty()).isEqualTo(tasks.isEmpty());
    for (int place = 1; place < path.size(); place++) {
      assertThat(byId.get(path.get(place)).dependsOn()).contains(path.get(place - 1));
    }
    assertThat(path.stream().mapToLong(id -> byId.get(id).text().estimatedHours()).sum())
        .isEqualTo(graph.criticalHours())
        .isEqualTo(longestWays(tasks).values().stream().mapToLong(way -> way).max().orElse(0));
  }

  @Property
  @Label("have no slack exactly where a delay would delay the end")
  void have_no_slack_where_it_matters(@ForAll("plans") List<Task> tasks) {
    TaskGraph graph = new TaskGraph(tasks);

    for (Node node : graph.nodes()) {
      assertThat(hoursWith(tasks, node.task().id(), node.slack())).isEqualTo(graph.criticalHours());
      assertThat(hoursWith(tasks, node.task().id(), node.slack() + 1))
          .isEqualTo(graph.criticalHours() + 1);
    }
    assertThat(graph.nodes().stream().filter(Node::critical).map(node -> node.task().id()))
        .containsAll(graph.criticalPath());
  }

  private static long hoursWith(List<Task> tasks, TaskId late, long by) {
    return new TaskGraph(
            tasks.stream().map(task -> task.id().equals(late) ? longer(task, by) : task).toList())
        .criticalHours();
  }

  private static Task longer(Task task, long by) {
    return task(
        task.id().value(),
        task.text().estimatedHours() + (int) by,
        task.dependsOn().stream().map(TaskId::value).toArray(String[]::new));
  }

  @Property
  @Label("are ready when they are to do and all that they wait for is completed")
  void are_ready(@ForAll("plans") List<Task> tasks) {
    Map<TaskId, Task> byId = tasks.stream().collect(Collectors.toMap(Task::id, one -> one));

    assertThat(new TaskGraph(tasks).ready())
        .containsExactlyInAnyOrderElementsOf(
            tasks.stream()
                .filter(task -> task.status() == TaskStatus.TODO)
                .filter(
                    task ->
                        task.dependsOn().stream()
                            .allMatch(on -> byId.get(on).status() == TaskStatus.COMPLETED))
                .map(Task::id)
                .toList());
  }

  @Property
  @Label("are told in the same way however often")
  void are_told_in_the_same_way(@ForAll("plans") List<Task> tasks) {
    assertThat(new TaskGraph(tasks).nodes()).isEqualTo(new TaskGraph(tasks).nodes());
    assertThat(new TaskGraph(tasks).criticalPath()).isEqualTo(new TaskGraph(tasks).criticalPath());
  }

  @Example
  @Label("of two longest paths the one is named whose tasks come first; the other has no slack")
  void ties() {
    TaskGraph graph =
        new TaskGraph(
            List.of(
                task("T-1", 2),
                task("T-2", 2),
                task("T-3", 3, "T-1"),
                task("T-4", 3, "T-2"),
                task("T-5", 1, "T-4", "T-3")));

    assertThat(graph.criticalPath()).extracting(TaskId::value).containsExactly("T-1", "T-3", "T-5");
    assertThat(graph.nodes()).allMatch(Node::critical);
  }

  @Example
  @Label("begin when all that they wait for is done")
  void begin_when_all_is_done() {
    TaskGraph graph =
        new TaskGraph(
            List.of(
                task("T-1", 5, TaskStatus.COMPLETED),
                task("T-2", 1),
                task("T-3", 2, "T-1", "T-2", "T-elsewhere")));

    assertThat(graph.nodes())
        .extracting(Node::earliestStart, Node::earliestFinish, Node::slack, Node::ready)
        .containsExactly(
            tuple(0L, 5L, 0L, false), tuple(0L, 1L, 4L, true), tuple(5L, 7L, 0L, false));
  }

  @Example
  @Label("that wait for each other are no graph")
  void that_wait_for_each_other() {
    List<Task> circle = List.of(task("T-1", 1, "T-2"), task("T-2", 1, "T-1"));

    assertThatThrownBy(() -> new TaskGraph(circle))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("[T-1, T-2, T-1]");
  }
}
