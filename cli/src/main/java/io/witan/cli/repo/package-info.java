/**
 * The scratch repository: takes a winning proposal, as a patch if it is one that applies and else
 * as a work note, and makes a commit of it.
 *
 * <p>Trusts nothing that a proposal says: paths outside the tree, into {@code .git} or through
 * links are refused, no hook runs, no configuration of the user is read, and nothing that is not
 * committed is overwritten.
 */
package io.witan.cli.repo;
