package io.witan.deliberation.port;

import java.util.Set;

/** Turns the facts of a turn into words for a model. The same facts give the same words. */
public interface PromptBook {

  /**
   * Writes the request.
   *
   * @param seed becomes part of the request and of its digest
   */
  Written write(TurnFacts facts, long seed);

  /** The names of the prompts that an agent may be asked with instead of the usual ones. */
  Set<String> profiles();

  /**
   * A request in words.
   *
   * @param canonical the whole request as text of one form, to be kept
   * @param digest SHA-256 (hex) of it
   */
  record Written(Prompt prompt, String canonical, String digest) {}
}
