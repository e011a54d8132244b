/**
 * JSON-P with its provider looked up once.
 *
 * <p>It owns how text becomes an object and an object is begun, nothing of what is in it. Adapters
 * of every module may use it; domains, ports and use cases know no JSON.
 */
package io.witan.json;
