/**
 * The figures of a run as records, their JSON file, and what is drawn from them: tables in Markdown
 * and charts as SVG. Measures nothing.
 */
package io.witan.benchmarks.report;
