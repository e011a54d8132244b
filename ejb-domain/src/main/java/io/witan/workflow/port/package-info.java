/** What the workflow needs from outside, in its own words. */
package io.witan.workflow.port;
