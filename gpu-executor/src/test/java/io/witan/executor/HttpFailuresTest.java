package io.witan.executor;

import static org.assertj.core.api.Assertions.assertThat;

import io.witan.deliberation.port.TurnFailure;
import io.witan.deliberation.port.TurnFailure.BadAnswer;
import io.witan.deliberation.port.TurnFailure.RunnerUnavailable;
import io.witan.deliberation.port.TurnFailure.TurnRejected;
import io.witan.deliberation.port.TurnFailure.TurnTimedOut;
import java.io.EOFException;
import java.net.ConnectException;
import java.net.http.HttpConnectTimeoutException;
import java.net.http.HttpTimeoutException;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletionException;
import java.util.concurrent.TimeoutException;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** What broke a call decides whether the turn is worth another try. */
class HttpFailuresTest {

  static Stream<Arguments> failures() {
    return Stream.of(
        Arguments.of(new ConnectException("refused"), RunnerUnavailable.class, "no connection"),
        Arguments.of(
            new HttpConnectTimeoutException("late"), RunnerUnavailable.class, "no connection"),
        Arguments.of(new EOFException("cut off"), RunnerUnavailable.class, "broke: cut off"),
        Arguments.of(new HttpTimeoutException("late"), TurnTimedOut.class, "no answer within"),
        Arguments.of(new TimeoutException(), TurnTimedOut.class, "no answer within"),
        Arguments.of(new CancellationException(), TurnTimedOut.class, "no answer within"),
        Arguments.of(new IllegalStateException("odd"), TurnRejected.class, "the call failed"));
  }

  @ParameterizedTest
  @MethodSource("failures")
  void each_becomes_what_it_means_for_the_turn(
      Throwable failure, Class<? extends TurnFailure> meaning, String words) {
    TurnFailure plain = HttpFailures.of(failure);
    TurnFailure wrapped = HttpFailures.of(new CompletionException(failure));

    assertThat(plain).isExactlyInstanceOf(meaning).hasMessageContaining(words).hasCause(failure);
    assertThat(wrapped).isExactlyInstanceOf(meaning);
  }

  @Test
  void one_that_is_known_already_stays_what_it_is() {
    BadAnswer known = new BadAnswer("no JSON");

    assertThat(HttpFailures.of(new CompletionException(known))).isSameAs(known);
  }

  @Test
  void a_wrapper_without_anything_in_it_is_a_failure_too() {
    assertThat(HttpFailures.of(new CompletionException(null))).isInstanceOf(TurnRejected.class);
  }
}
