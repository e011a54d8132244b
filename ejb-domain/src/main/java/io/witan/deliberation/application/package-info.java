/**
 * What can be done with deliberations: start, drive, read, cancel and pick up what was left.
 *
 * <p>Each public class is one use case. It refuses JSON, HTTP and storage details; the edges and
 * other contexts call it.
 */
package io.witan.deliberation.application;
