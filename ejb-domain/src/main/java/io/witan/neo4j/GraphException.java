package io.witan.neo4j;

/** Neo4j refused a statement or could not be reached; {@link #code()} is Neo4j's own code. */
public final class GraphException extends IllegalStateException {
  private static final long serialVersionUID = 1L;

  private final String code;

  GraphException(String message, String code, Throwable cause) {
    super(message, cause);
    this.code = code;
  }

  /** For example {@code Neo.ClientError.Schema.ConstraintValidationFailed}; empty if unknown. */
  public String code() {
    return code;
  }

  /** Another transaction was in the way, or a leader changed: the same work may succeed again. */
  public boolean isTransient() {
    return code.startsWith("Neo.TransientError.");
  }

  /** A node with this key exists already. */
  public boolean isDuplicate() {
    return code.equals("Neo.ClientError.Schema.ConstraintValidationFailed");
  }

  /** Nobody answered: the server is down, or the line was cut. */
  public boolean isUnavailable() {
    return code.isEmpty() || code.equals("Neo.TransientError.General.DatabaseUnavailable");
  }
}
