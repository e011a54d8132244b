/**
 * Workflow: the steps of one task, from being claimed to the product owner's approval, and who may
 * take which.
 *
 * <p>It owns the states, the actions and the one table of them. It refuses what a story is and what
 * a task asks for (planning's). Others know it by task ids and events.
 */
package io.witan.workflow;
