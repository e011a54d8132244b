/**
 * Checks of proposals that look and do not ask: policy, lint, dry run, each with its evidence.
 *
 * <p>What a proposal says is hostile until shown otherwise: everything is bounded ({@link
 * io.witan.deliberation.adapter.checks.Bounds}), nothing of it is run, and nothing is written, as
 * patches are applied in memory.
 */
package io.witan.deliberation.adapter.checks;
