package io.witan.web.workflow;

import io.witan.workflow.application.RetryTask.Request;
import java.util.Optional;

/**
 * Why the work on a task shall begin anew.
 *
 * @param fencingToken the claim whose work failed; if it is not the current one, the retry is
 *     refused
 */
public record TaskRetryWire(String reason, Long fencingToken) {

  Request toDomain() {
    return new Request(reason, Optional.ofNullable(fencingToken));
  }
}
