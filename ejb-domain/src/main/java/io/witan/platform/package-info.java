/**
 * What the running application brings to every context: the clock, identifiers, start-up in order.
 *
 * <p>It owns no rule. It may use the start-up use cases of every context; no context may depend on
 * it.
 */
package io.witan.platform;
