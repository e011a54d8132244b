package io.witan.deliberation.port;

/**
 * Which try of a turn this is.
 *
 * @param number from 1: how often this process has sent the turn, this time included
 * @param answer from 1: which answer is wanted. It grows when one came that was of no use, and only
 *     then: a runner that knows an answer to the same turn and number may give it again
 * @param lost how often the turn was begun before and lost, by a process that has ended or by the
 *     runner; then somebody may still know of it
 */
public record Attempt(int number, int answer, int lost) {

  /** The first try of a turn that nobody has begun before. */
  public static Attempt first() {
    return new Attempt(1, 1, 0);
  }
}
