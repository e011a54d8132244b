/**
 * Whether Witan lives, is ready and has started, for those who run it.
 *
 * <p>Without Neo4j it is not ready; without NATS it is, as writes go on and events wait; without a
 * model it is, unless that is required, as deliberations wait.
 */
package io.witan.web.health;
