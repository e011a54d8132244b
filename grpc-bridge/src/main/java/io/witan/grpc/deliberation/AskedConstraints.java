package io.witan.grpc.deliberation;

import io.witan.deliberation.domain.Constraints;
import io.witan.deliberation.domain.PathPattern;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * What proposals must keep to, by the metadata of a request: {@code allowed_paths}, {@code tests}
 * and {@code forbidden}, each with commas between its values. Other keys are the caller's own. The
 * requirements are the acceptance criteria of the task.
 */
public final class AskedConstraints {
  private AskedConstraints() {}

  public static Constraints of(Map<String, String> asked) {
    return new Constraints(
        values(asked, "allowed_paths").stream().map(PathPattern::new).toList(),
        values(asked, "tests"),
        values(asked, "forbidden"),
        List.of());
  }

  private static List<String> values(Map<String, String> asked, String key) {
    return Stream.of(asked.getOrDefault(key, "").split(",", -1))
        .map(String::strip)
        .filter(value -> !value.isEmpty())
        .toList();
  }
}
