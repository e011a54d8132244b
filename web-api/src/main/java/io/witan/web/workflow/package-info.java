/** The gates of tasks over REST. */
package io.witan.web.workflow;
