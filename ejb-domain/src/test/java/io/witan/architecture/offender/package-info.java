/** A small application in which everything is wrong: it proves that the rules can fail. */
package io.witan.architecture.offender;
