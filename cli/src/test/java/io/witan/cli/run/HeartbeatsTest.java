package io.witan.cli.run;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.witan.cli.Stop;
import io.witan.cli.api.Identity;
import io.witan.cli.api.Json;
import io.witan.cli.api.Transport;
import io.witan.cli.api.WitanApi;
import io.witan.cli.api.Workflow;
import io.witan.cli.fake.FakeWitan;
import java.net.URI;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** Tried on a server that has gone: what is sent to it fails. */
class HeartbeatsTest {
  private static final String HELD = "{\"task_id\": \"T-1\", \"fencing_token\": 7}";
  private static final String UNCLAIMED = "{\"task_id\": \"T-1\"}";

  private static Heartbeats of(String workflow, Duration apart) {
    FakeWitan server = FakeWitan.start();
    server.close();
    return new Heartbeats(
        new WitanApi(new Transport(URI.create(server.url())), Identity.NOBODY),
        Json.read(Json.parse(workflow).orElseThrow(), Workflow.class),
        apart);
  }

  @Test
  void are_sent_when_it_is_time_to() {
    Heartbeats due = of(HELD, Duration.ZERO);

    assertThatThrownBy(due::run).isInstanceOf(Stop.class);
  }

  @Test
  void are_not_sent_before_that() {
    assertThatCode(of(HELD, Duration.ofMinutes(1))::run).doesNotThrowAnyException();
  }

  @Test
  void are_not_sent_where_nothing_is_held() {
    assertThatCode(of(UNCLAIMED, Duration.ZERO)::run).doesNotThrowAnyException();
  }
}
