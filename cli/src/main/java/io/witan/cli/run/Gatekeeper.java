package io.witan.cli.run;

/** Whoever decides at the gates: the demo users by themselves, or the person at the keyboard. */
public interface Gatekeeper {

  /** What was decided. */
  sealed interface Decision {}

  /** It may pass. */
  record Approve(String note) implements Decision {}

  /** It may not, for this reason, of at least ten characters. */
  record Reject(String feedback) implements Decision {}

  /** Shall the work pass this gate? */
  Decision decide(Gate gate);

  /** Shall it go on although this is missing? A person may end the run here. */
  void confirm(String question);

  /**
   * Somewhere a decision is due.
   *
   * @param question what is asked
   * @param user who answers on the server
   * @param rejectable whether it can be rejected here
   */
  record Gate(String question, String user, boolean rejectable) {}

  /** Lets everything pass, as a rehearsal does. */
  Gatekeeper PASSING =
      new Gatekeeper() {
        @Override
        public Decision decide(Gate gate) {
          return new Approve("Passed by the demo run, nobody looked at it");
        }

        @Override
        public void confirm(String question) {
          // The demo goes on.
        }
      };
}
