/** What planning needs from outside, in its own words. */
package io.witan.planning.port;
