package io.witan.web.problem;

import static org.assertj.core.api.Assertions.assertThat;

import io.witan.web.testing.FakeRequest;
import io.witan.web.testing.RecordedResponse;
import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ErrorPageTest {
  private final HttpServletRequest request = FakeRequest.get().made();
  private final RecordedResponse answer = new RecordedResponse();

  private void wentWrong(int status) throws IOException {
    request.setAttribute(RequestDispatcher.ERROR_STATUS_CODE, status);
    request.setAttribute(RequestDispatcher.ERROR_REQUEST_URI, "/api/v1/tea");
    new ErrorPage().service(request, answer.made());
  }

  @ParameterizedTest
  @CsvSource({
    "400, INVALID_ARGUMENT, cannot be understood",
    "404, NOT_FOUND, there is nothing at /api/v1/tea",
    "405, METHOD_NOT_ALLOWED, /api/v1/tea has no method GET",
    "501, INTERNAL, cannot do this now",
    "503, UNAVAILABLE, starts or stops"
  })
  void tells_the_status_as_it_is(int status, String code, String detail) throws IOException {
    wentWrong(status);

    assertThat(answer.status()).isEqualTo(status);
    assertThat(answer.headers()).containsEntry("Content-Type", Problem.MEDIA_TYPE);
    assertThat(answer.body()).contains("\"code\":\"" + code + "\"", detail);
  }

  @Test
  void says_when_to_come_back_to_a_server_that_stops() throws IOException {
    wentWrong(503);

    assertThat(answer.headers()).containsEntry("Retry-After", "5");
  }

  @ParameterizedTest
  @CsvSource({"500", "999"})
  void tells_of_what_nobody_foresaw_only_where_the_log_has_it(int status) throws IOException {
    wentWrong(status);

    assertThat(answer.status()).isEqualTo(500);
    assertThat(answer.body()).contains("\"code\":\"INTERNAL\"", "incident_id");
  }

  @Test
  void is_nothing_to_ask_for() throws IOException {
    new ErrorPage().service(request, answer.made());

    assertThat(answer.status()).isEqualTo(404);
  }
}
