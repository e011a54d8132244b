/**
 * CreateStory over gRPC: by Witan, and by a small service in Python that writes the same stores.
 */
package io.witan.benchmarks.creation;
