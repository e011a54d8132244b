package io.witan.cli.run;

/**
 * One thing that must be so before a story is done. A step looks at the server's state, does what
 * is missing and returns when it is so; taken twice, or where another run took it, it does nothing.
 */
interface Step {
  void take(Journey journey);
}
