package io.witan.grpc.executor;

import io.witan.deliberation.domain.Submission;
import io.witan.shared.Ids;
import io.witan.shared.InvalidValue;
import io.witan.shared.Text;
import java.time.Duration;

/** The bounds of what the messages of the Ray executor ask for. */
final class AskedLimits {
  private static final int LONGEST_URL = 500;
  private static final int LONGEST_MODEL = 200;
  private static final Duration USUAL_TIME = Duration.ofMinutes(5);
  private static final Duration LONGEST_TIME = Duration.ofDays(30);

  private AskedLimits() {}

  /** A task's id; the id of its deliberation holds it, so it is shorter than others. */
  static String task(String id) {
    if (!Ids.isValid(id) || id.length() > Submission.LONGEST_TASK) {
      throw new InvalidValue(
          "task_id",
          id,
          "1 to %d letters, digits, '-', '_', '.' or ':', the first not a sign"
              .formatted(Submission.LONGEST_TASK));
    }
    return id;
  }

  /** Where agents are asked; empty where the request does not say. */
  static String server(String url) {
    return Text.optional("vllm_url", url, LONGEST_URL);
  }

  /** The name of a model; empty where the request does not say. */
  static String model(String name) {
    return Text.optional("vllm_model", name, LONGEST_MODEL);
  }

  /** For calls that must say both. */
  static void mustBeNamed(String url, String model) {
    Text.required("vllm_url", url, LONGEST_URL);
    Text.required("vllm_model", model, LONGEST_MODEL);
  }

  /** Seconds as a time; 0 means the usual five minutes. */
  static Duration time(String field, int seconds) {
    if (seconds < 0 || seconds > LONGEST_TIME.toSeconds()) {
      throw new InvalidValue(
          field,
          String.valueOf(seconds),
          "1 to %d, or 0 for %d".formatted(LONGEST_TIME.toSeconds(), USUAL_TIME.toSeconds()));
    }
    return seconds == 0 ? USUAL_TIME : Duration.ofSeconds(seconds);
  }

  /** How often to try again is a matter of the runner; what makes no sense is refused. */
  static void retries(int retries) {
    if (retries < 0) {
      throw new InvalidValue(
          "constraints.max_retries", String.valueOf(retries), "0 or more, where 0 means 3");
    }
  }
}
