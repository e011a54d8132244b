/**
 * Calibration: every score of a deliberation is a prediction of acceptance, and meets its outcome.
 *
 * <p>It owns the predictions, their outcomes, how good each judge is, and whether a council is
 * worth its tokens. It refuses to know how a deliberation goes: it reads those that are completed,
 * hears what became of their results, and hands out how the next scores are to be weighed.
 */
package io.witan.calibration;
