package io.witan.it;

import static org.assertj.core.api.Assertions.assertThat;

import io.witan.it.WitanStack.Result;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** An application beside a good one, whose settings make no sense. */
@ExtendWith(SharedStack.class)
class WrongSettingsIT {

  @Test
  void of_the_runner_stop_the_start_and_are_told(WitanStack good) {
    good.up();
    // Whose first token makes the keys that both use.
    Fleet fleet = good.fleet();
    try (WitanStack wrong =
        good.replica("wrong-settings")
            .with("WITAN_RUNNER", "ray")
            .with("WITAN_RAY_CLUSTERS", "local=ftp://one")) {

      Result up = wrong.witan("up");

      assertThat(up.status()).as(up.output()).isNotZero();
      assertThat(up.output())
          .contains("witan did not start: ", "witan.ray.clusters", "\"ftp://one\"", "http://");
    }
    assertThat(fleet.productOwner().get("/projects").status()).isEqualTo(200);
  }
}
