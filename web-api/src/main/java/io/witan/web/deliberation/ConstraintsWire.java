package io.witan.web.deliberation;

import io.witan.deliberation.domain.Constraints;
import io.witan.deliberation.domain.PathPattern;
import java.util.List;

/**
 * What proposals must keep to, beside what the settings say. Each list may be absent.
 *
 * @param allowedPaths where a patch may change something, as far as the settings allow it, too
 * @param tests names that the proposal must touch or mention
 * @param forbidden words that it must not say
 * @param requirements what it should fulfil; the agents are told, no rule judges it
 */
public record ConstraintsWire(
    List<String> allowedPaths,
    List<String> tests,
    List<String> forbidden,
    List<String> requirements) {

  Constraints toDomain() {
    return new Constraints(
        given(allowedPaths).stream().map(PathPattern::new).toList(),
        given(tests),
        given(forbidden),
        given(requirements));
  }

  private static List<String> given(List<String> lines) {
    return lines == null ? List.of() : lines;
  }
}
