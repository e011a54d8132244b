package io.witan.context.port;

/** Puts together what is known about a piece of work. */
public interface ContextPacks {

  /**
   * Packs what is known within the budget. What does not fit is left out and named; an unknown
   * subject gives an empty pack.
   */
  ContextPack pack(ContextQuery query);
}
