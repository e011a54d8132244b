/**
 * The kernel that every context may use: who acts, what was refused and why, what changed.
 *
 * <p>It owns only what has the same meaning everywhere. It refuses business rules, storage, wire
 * formats and anything from outside {@code java.*}. Everybody may depend on it; it depends on
 * nobody.
 */
package io.witan.shared;
