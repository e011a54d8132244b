/** Projects, epics, stories, plans and tasks over REST. */
package io.witan.web.planning;
