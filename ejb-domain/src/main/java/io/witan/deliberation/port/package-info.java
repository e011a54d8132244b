/**
 * What a deliberation needs from outside: agents that answer, storage, prompts.
 *
 * <p>Turn runners implement {@link io.witan.deliberation.port.TurnRunner} in modules of their own.
 */
package io.witan.deliberation.port;
