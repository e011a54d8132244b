/**
 * The REST API under {@code /api/v1}: requests become commands, answers become JSON, refusals
 * become problems.
 *
 * <p>It owns the wire form of REST and nothing else. It refuses rules: a resource parses, calls one
 * use case and maps its answer. Nobody depends on it.
 */
package io.witan.web;
