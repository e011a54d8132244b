/**
 * The description of the API: one page for people, and what the OpenAPI document says beside the
 * annotations.
 *
 * <p>Everything that the page needs is in the application: it works without a network.
 */
package io.witan.web.docs;
