/**
 * The commands: each reads its words, calls the API or a run, and prints. No rule of stories or
 * gates lives here.
 */
package io.witan.cli.command;
