/** The trace of a request, for logs, problems and commands; depends on nothing else here. */
package io.witan.web.trace;
