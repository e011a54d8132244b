package io.witan.deliberation.port;

import io.witan.deliberation.domain.Contribution;
import io.witan.deliberation.domain.Purpose;
import io.witan.deliberation.domain.TurnKind;

/** Understands what an agent answered. It guesses nothing: what is not as asked for is refused. */
public interface AnswerReader {

  /**
   * Reads an answer.
   *
   * @throws TurnFailure.BadAnswer when it is not of the form that was asked for; the message names
   *     what is wrong
   */
  Contribution read(Purpose purpose, TurnKind kind, String text);
}
