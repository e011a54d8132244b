/**
 * Deliberation: several agents propose, criticise each other and revise, and the best proposal
 * wins.
 *
 * <p>It owns the durable sequence of turns, the prompts and the choice of the winner. It refuses to
 * know which model answers, and what a plan or a task becomes afterwards: others learn the result
 * from its events or by reading it. Other contexts may use its use cases and domain types.
 */
package io.witan.deliberation;
