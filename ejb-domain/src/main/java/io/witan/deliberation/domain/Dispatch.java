package io.witan.deliberation.domain;

import java.util.List;
import java.util.Optional;

/**
 * What became of giving an approved plan to the councils of its roles: each was asked, or says why
 * not.
 *
 * @param plan the id of the plan
 * @param results one for each role, in the order of the plan
 */
public record Dispatch(String plan, List<ToRole> results) {

  /**
   * What became of it for one role.
   *
   * @param role as the plan names it
   * @param deliberation that was started; absent when none was
   * @param error why none was; absent when one was
   */
  public record ToRole(String role, Optional<DeliberationId> deliberation, Optional<String> error) {

    /** The council of the role deliberates. */
    public static ToRole begun(String role, DeliberationId deliberation) {
      return new ToRole(role, Optional.of(deliberation), Optional.empty());
    }

    /** Nobody deliberates for the role. */
    public static ToRole failed(String role, String error) {
      return new ToRole(role, Optional.empty(), Optional.of(error));
    }
  }

  public Dispatch {
    results = List.copyOf(results);
  }

  public int total() {
    return results.size();
  }

  public int successful() {
    return (int) results.stream().filter(one -> one.deliberation().isPresent()).count();
  }

  public int failed() {
    return total() - successful();
  }
}
