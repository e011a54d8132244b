/**
 * Reads a story from a Markdown file: title, brief, acceptance criteria. Refuses what is not a text
 * that the server would take, and says why. Knows nothing of the server but its limits.
 */
package io.witan.cli.story;
