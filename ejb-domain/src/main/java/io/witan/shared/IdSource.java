package io.witan.shared;

/** Where new identifiers come from, so that tests can foresee them. */
@FunctionalInterface
public interface IdSource {

  /**
   * A text never answered before, safe in a URL: in production a UUID that sorts after those before
   * it.
   */
  String next();
}
