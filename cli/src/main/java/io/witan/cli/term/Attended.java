package io.witan.cli.term;

import java.io.Console;

/** Whether a person looks at this process: both its input and its output are a terminal. */
final class Attended {
  private Attended() {}

  /** From Java 22 on there is a console without a terminal, which has to be asked. */
  @SuppressWarnings("SystemConsoleNull")
  static boolean byPerson() {
    Console console = System.console();
    if (console == null) {
      return false;
    }
    try {
      return (boolean) Console.class.getMethod("isTerminal").invoke(console);
    } catch (NoSuchMethodException before22) {
      return true;
    } catch (ReflectiveOperationException hidden) {
      return false;
    }
  }
}
