/**
 * Chat completions: how a turn is written as a request to a model, and how its answer is read.
 *
 * <p>It owns the bodies, the ways to ask for JSON, and what may be quoted of a server. It refuses
 * to know how a request gets to a server. The runners depend on it.
 */
package io.witan.executor.chat;
