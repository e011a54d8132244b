/**
 * Pages for people: how they are sent, and the one that lets a browser log in.
 *
 * <p>They are plain HTML and small scripts over the REST API. It knows nothing of what they show.
 */
package io.witan.web.page;
