/**
 * The {@code witan} command: its entry point, its exit codes and how it ends when something is
 * refused.
 *
 * <p>A client of the REST API and nothing else: it shares no class with the server and keeps no
 * state of a story; what it keeps under {@code WITAN_HOME} are passwords of demo users, a login and
 * scratch repositories.
 */
package io.witan.cli;
