/**
 * Context: what an agent or a person must know to do a piece of work, and no more.
 *
 * <p>It owns the choice and the form of that text within a budget of tokens. It refuses to change
 * anything, and to know who reads it. Other contexts may use its port.
 */
package io.witan.context;
