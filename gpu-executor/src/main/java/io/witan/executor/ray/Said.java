package io.witan.executor.ray;

import java.util.function.Function;

/** What a cluster said of a turn: how it stands, or why it does not say. */
sealed interface Said {

  static Said told(RayTurn turn) {
    return new Told(turn);
  }

  static Said silent(RayTrouble trouble) {
    return new Silent(trouble);
  }

  /** The one or the other, as whoever asked needs it. */
  <T> T fold(Function<RayTurn, T> told, Function<RayTrouble, T> silent);

  /** How it stands. */
  record Told(RayTurn turn) implements Said {
    @Override
    public <T> T fold(Function<RayTurn, T> told, Function<RayTrouble, T> silent) {
      return told.apply(turn);
    }
  }

  /** Why it does not say. */
  record Silent(RayTrouble trouble) implements Said {
    @Override
    public <T> T fold(Function<RayTurn, T> told, Function<RayTrouble, T> silent) {
      return silent.apply(trouble);
    }
  }
}
