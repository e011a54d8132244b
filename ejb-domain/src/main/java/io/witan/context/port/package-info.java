/** What may be asked about the context of a piece of work. */
package io.witan.context.port;
