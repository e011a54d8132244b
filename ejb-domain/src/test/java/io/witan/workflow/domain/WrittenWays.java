package io.witan.workflow.domain;

import io.witan.shared.Role;
import io.witan.testing.PlainTable;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** The table of task transitions as people wrote it down. */
public record WrittenWays(List<Way> all) {

  public record Way(
      TaskState from, TaskAction action, Role role, boolean automatic, TaskState to) {}

  public static WrittenWays read() {
    return new WrittenWays(
        PlainTable.of(TaskState.class, "/io/witan/workflow/task-transitions.txt").stream()
            .flatMap(WrittenWays::ways)
            .toList());
  }

  private static Stream<Way> ways(List<String> line) {
    Stream<TaskState> from =
        line.get(0).equals("*")
            ? Stream.of(TaskState.values())
                .filter(state -> state != TaskState.DONE && state != TaskState.CANCELLED)
            : Stream.of(state(line.get(0)));
    boolean automatic = line.get(2).equals("auto");
    Role role = automatic ? Role.SYSTEM : Role.parse("role", line.get(2));
    return from.map(
        state ->
            new Way(state, TaskAction.valueOf(line.get(1)), role, automatic, state(line.get(3))));
  }

  private static TaskState state(String wire) {
    return TaskState.valueOf(wire.toUpperCase(Locale.ROOT));
  }

  public Optional<Way> byHand(TaskState from, TaskAction action) {
    return all.stream()
        .filter(way -> way.from() == from && way.action() == action && !way.automatic())
        .findFirst();
  }

  public Optional<Way> automatic(TaskState from) {
    return all.stream().filter(way -> way.from() == from && way.automatic()).findFirst();
  }

  /** What a refusal should offer at the state. */
  public List<String> legal(TaskState from) {
    List<String> legal =
        all.stream()
            .filter(way -> way.from() == from && !way.automatic())
            .map(way -> "%s (%s)".formatted(way.action(), way.role().wire()))
            .toList();
    return legal.isEmpty() ? List.of("nothing") : legal;
  }
}
