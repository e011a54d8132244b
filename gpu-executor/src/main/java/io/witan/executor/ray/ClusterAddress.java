package io.witan.executor.ray;

import java.net.URI;

/**
 * A cluster as it is configured.
 *
 * @param url where its Serve application answers
 * @param weight how much of the deliberations it gets, beside the weights of the others
 */
record ClusterAddress(String name, URI url, double weight) {}
