/**
 * How events come in from JetStream, each once in effect.
 *
 * <p>It owns the way from an event to a handler, not what the handler does. Handlers are adapters
 * that call one use case; only adapters may depend on this package.
 */
package io.witan.messaging;
