package io.witan.web.deliberation;

import static org.assertj.core.api.Assertions.assertThat;

import io.witan.deliberation.domain.Constraints;
import io.witan.deliberation.domain.Deliberation;
import io.witan.deliberation.domain.DeliberationId;
import io.witan.deliberation.domain.Deliberations;
import io.witan.deliberation.domain.PathPattern;
import io.witan.deliberation.domain.Purpose;
import io.witan.deliberation.domain.Subject;
import io.witan.deliberation.domain.Terms;
import io.witan.web.deliberation.DeliberationWire.KeptToWire;
import java.util.List;
import org.junit.jupiter.api.Test;

class DeliberationWireTest {
  private static DeliberationWire keepingTo(Constraints constraints) {
    Terms terms = Terms.usual().keepingTo(constraints);
    return DeliberationWire.from(
        Deliberation.start(
                new DeliberationId("D-1"),
                Deliberations.charter(Subject.story("S-1"), Purpose.PLAN, 2).under(terms))
            .after());
  }

  private static Constraints inside(String pattern) {
    return new Constraints(
        List.of(new PathPattern(pattern)), List.of(), List.of("eval("), List.of());
  }

  @Test
  void shows_what_the_settings_and_what_was_asked_for_allow_one_beside_the_other() {
    Constraints asked =
        new Constraints(
            List.of(new PathPattern("src/pay/")),
            List.of("PayTest"),
            List.of("exec("),
            List.of("No new library"));

    assertThat(keepingTo(inside("src/**").narrowedBy(asked)).constraints())
        .contains(
            new KeptToWire(
                List.of("src/**"),
                List.of("src/pay/"),
                List.of("PayTest"),
                List.of("eval(", "exec("),
                List.of("No new library")));
  }

  @Test
  void shows_nothing_where_anything_may_be_proposed() {
    assertThat(keepingTo(Constraints.none()).constraints()).isEmpty();
  }
}
