/** Deliberations over REST: started about a story or a task, read while they run, cancelled. */
package io.witan.web.deliberation;
