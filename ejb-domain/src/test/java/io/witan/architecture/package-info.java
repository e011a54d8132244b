/**
 * The promises of the architecture, checked against the compiled classes.
 *
 * <p>It owns the one list of allowed dependencies. Each promise fails when it speaks about nothing,
 * and is proven by a class below {@code offender} that breaks it on purpose.
 */
package io.witan.architecture;
