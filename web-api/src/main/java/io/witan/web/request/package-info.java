/**
 * What all resources share of a request: who sends it, its command envelope, its page, its trace,
 * and the form of the answer.
 *
 * <p>It knows headers and query parameters, and no resource.
 */
package io.witan.web.request;
