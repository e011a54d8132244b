package io.witan.cli.api;

/** Which server this is and what takes its turns: {@code rehearsal}, or a runner with a model. */
public record About(String name, String version, String runner, String model) {

  /** Whether no model is asked: everything shown about turns has to say so. */
  public boolean rehearsal() {
    return "rehearsal".equalsIgnoreCase(runner);
  }

  /** The runner, with its model where there is one. */
  public String turnsBy() {
    return model == null || model.isBlank() || rehearsal() ? runner : runner + " " + model;
  }
}
