/**
 * A model that says nothing sensible, at once or after a fixed time: a server of its own with the
 * API of OpenAI that answers by the JSON schema of the request. Knows nothing of Witan.
 */
package io.witan.benchmarks.stub;
