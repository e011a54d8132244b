/**
 * Planning: projects, epics, stories, plans and tasks, from the first idea to acceptance.
 *
 * <p>It owns what is worked on and in which order, and who decided so. It refuses the steps inside
 * of a task (the workflow's) and how a council comes to its answer (the deliberation's). Others
 * know it by its identifiers and events.
 */
package io.witan.planning;
