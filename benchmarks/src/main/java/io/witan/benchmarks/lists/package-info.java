/** What a page of a list costs among few stories and among many. */
package io.witan.benchmarks.lists;
