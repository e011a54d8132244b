/**
 * Records to JSON and back, strictly: unknown fields, wrong types, malformed text and oversized
 * bodies are refused with the field or the place named.
 *
 * <p>It owns the naming (snake_case) and knows no resource. Wire records of this module use it.
 */
package io.witan.web.json;
