package io.witan.web.metrics;

import static org.assertj.core.api.Assertions.assertThat;

import io.witan.shared.Actor;
import io.witan.shared.ActorId;
import io.witan.shared.Role;
import io.witan.web.request.Caller;
import io.witan.web.testing.FakeRequest;
import io.witan.web.testing.RecordedResponse;
import jakarta.servlet.ServletException;
import java.io.IOException;
import java.util.Set;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class MetricsGuardTest {
  private static final String NUMBERS = "base_cpu_availableProcessors 2.0";

  @Nested
  class AsDelivered {

    @ParameterizedTest
    @EnumSource(names = {"DEVOPS", "ADMIN", "SYSTEM"})
    void shows_them_to_who_runs_the_server(Role role) throws Exception {
      assertThat(answer(false, FakeRequest.get().by(holder(role))).body()).isEqualTo(NUMBERS);
    }

    @ParameterizedTest
    @EnumSource(
        mode = EnumSource.Mode.EXCLUDE,
        names = {"DEVOPS", "ADMIN", "SYSTEM"})
    void tells_others_which_role_they_lack(Role role) throws Exception {
      RecordedResponse answer = answer(false, FakeRequest.get().by(holder(role)));

      assertThat(answer.status()).isEqualTo(403);
      assertThat(answer.headers()).containsEntry("Content-Type", "application/problem+json");
      assertThat(answer.body()).contains("needs the role devops or admin").doesNotContain(NUMBERS);
    }

    @Test
    void asks_nobody_for_a_token() throws Exception {
      RecordedResponse answer = answer(false, FakeRequest.get());

      assertThat(answer.status()).isEqualTo(401);
      assertThat(answer.headers()).containsEntry("WWW-Authenticate", "Bearer realm=\"witan\"");
      assertThat(answer.body()).contains("\"UNAUTHENTICATED\"").doesNotContain(NUMBERS);
    }
  }

  @Nested
  class Opened {

    @Test
    void shows_them_to_everybody() throws Exception {
      assertThat(answer(true, FakeRequest.get()).body()).isEqualTo(NUMBERS);
    }
  }

  private static Caller holder(Role role) {
    return new Caller(new Actor(new ActorId("otto"), Set.of(role)));
  }

  private static RecordedResponse answer(boolean open, FakeRequest request)
      throws IOException, ServletException {
    RecordedResponse answer = new RecordedResponse();
    new MetricsGuard(open)
        .doFilter(
            request.made(),
            answer.made(),
            (passedOn, response) -> response.getWriter().write(NUMBERS));
    return answer;
  }
}
