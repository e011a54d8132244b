package io.witan.executor.chat;

import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/**
 * What each server has been seen to understand of the ways to tell the form of an answer.
 *
 * @param <S> what names a server
 */
public final class ProvenFormats<S> {
  private final Map<S, AnswerFormat> proven = new ConcurrentHashMap<>();

  /** How a server is asked first: as it has understood before, else in the strongest way. */
  public AnswerFormat first(S server) {
    return proven.getOrDefault(server, AnswerFormat.JSON_SCHEMA);
  }

  /** A server has answered when it was told the form in that way. */
  public void proven(S server, AnswerFormat format) {
    proven.put(server, format);
  }

  /**
   * How a server is to be asked that has refused a request. Empty when the form cannot be the
   * reason, as it has understood one before or was told none.
   */
  public Optional<AnswerFormat> afterRefusal(S server, AnswerFormat tried) {
    return proven.containsKey(server) || tried == AnswerFormat.PROMPT
        ? Optional.empty()
        : Optional.of(tried.weaker());
  }
}
