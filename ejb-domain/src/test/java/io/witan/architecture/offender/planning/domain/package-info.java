/** Breaks the rules on purpose. */
package io.witan.architecture.offender.planning.domain;
