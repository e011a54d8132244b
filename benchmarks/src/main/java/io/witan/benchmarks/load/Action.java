package io.witan.benchmarks.load;

/** What a client does again and again; a failure ends the benchmark. */
@FunctionalInterface
public interface Action {
  /** Does it once, as the client with this number, from 0. */
  void run(int client) throws Exception;
}
