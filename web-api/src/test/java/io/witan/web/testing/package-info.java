/** Requests and answers for unit tests, where no server is needed. */
package io.witan.web.testing;
