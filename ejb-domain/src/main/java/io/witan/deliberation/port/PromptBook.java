package io.witan.deliberation.port;

/** Turns the facts of a turn into words for a model. The same facts give the same words. */
public interface PromptBook {

  /**
   * Writes the request.
   *
   * @param seed becomes part of the request and of its digest
   */
  Written write(TurnFacts facts, long seed);

  /**
   * A request in words.
   *
   * @param canonical the whole request as text of one form, to be kept
   * @param digest SHA-256 (hex) of it
   */
  record Written(Prompt prompt, String canonical, String digest) {}
}
