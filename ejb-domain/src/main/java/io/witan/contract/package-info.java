/**
 * What events look like: their subjects, payloads and JSON Schemas, and the AsyncAPI document made
 * of them.
 *
 * <p>It owns the words to describe an event with, no event: each context declares its own beside
 * the class that writes them. Adapters may use it; domains, ports and use cases know no wire.
 */
package io.witan.contract;
