package io.witan.cli;

/** The exit statuses of every command; documented in the help and never renumbered. */
public final class ExitCode {
  /** Done, or already so. */
  public static final int OK = 0;

  /** The server or a person refused, or a check failed. */
  public static final int REFUSED = 1;

  /** The command line or a file it names makes no sense. */
  public static final int USAGE = 2;

  /** No Witan server answers at the address. */
  public static final int UNREACHABLE = 3;

  /** Interrupted, as shells count it. */
  public static final int INTERRUPTED = 130;

  private ExitCode() {}
}
