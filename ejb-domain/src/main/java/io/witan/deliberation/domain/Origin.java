package io.witan.deliberation.domain;

import java.util.Objects;

/**
 * Which deliberation another one was forked from: it has the same turns up to a place, and takes
 * those from there on anew. What comes of a fork is for who asked: it plans nothing, commits
 * nothing and speaks at no gate.
 *
 * @param fromTurn the first turn that is taken anew, from 1
 */
public record Origin(DeliberationId deliberation, int fromTurn) {
  public Origin {
    Objects.requireNonNull(deliberation, "deliberation");
  }
}
