/**
 * Takes a story from a file to DONE: a list of small steps, each of which looks at the server's
 * state first and does only what is missing, so that a run can be cut off anywhere and go on.
 *
 * <p>Keeps no state of its own but the demo users' passwords. Decides nothing that a gate should
 * decide: it asks a {@link io.witan.cli.run.Gatekeeper}.
 */
package io.witan.cli.run;
