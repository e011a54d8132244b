/**
 * A deliberation and its turns as plain values: what comes next, what was said, who won.
 *
 * <p>It refuses storage, JSON, prompts and clocks. Everybody may read its types.
 */
package io.witan.deliberation.domain;
