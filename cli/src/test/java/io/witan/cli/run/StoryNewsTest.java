package io.witan.cli.run;

import static org.assertj.core.api.Assertions.assertThat;

import io.witan.cli.api.Identity;
import io.witan.cli.api.PasswordIdentity;
import io.witan.cli.api.Transport;
import io.witan.cli.api.WitanApi;
import io.witan.cli.fake.FakeWitan;
import java.net.URI;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

class StoryNewsTest {
  private static final Duration LONG = Duration.ofMinutes(5);

  private static WitanApi api(FakeWitan server) {
    WitanApi nobody = new WitanApi(new Transport(URI.create(server.url())), Identity.NOBODY);
    return nobody.as(new PasswordIdentity(nobody, "admin", FakeWitan.ADMIN_PASSWORD));
  }

  @Test
  @Timeout(60)
  void an_event_wakes_who_waits() {
    try (FakeWitan server = FakeWitan.start();
        StoryNews news = StoryNews.of(api(server), "s-1")) {
      news.await(LONG);
    }
  }

  @Test
  void without_events_the_waiting_ends_with_its_time() {
    FakeWitan server = FakeWitan.start();
    server.close();
    try (StoryNews news = StoryNews.of(api(server), "s-1")) {
      long started = System.nanoTime();

      news.await(Duration.ofMillis(30));

      assertThat(Duration.ofNanos(System.nanoTime() - started))
          .isGreaterThanOrEqualTo(Duration.ofMillis(30));
    }
  }
}
