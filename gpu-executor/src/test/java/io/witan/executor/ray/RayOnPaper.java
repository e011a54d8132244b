package io.witan.executor.ray;

import io.witan.executor.CountingRegistry;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.ForkJoinPool;

/** Settings of a cluster, for tests of other packages. */
public final class RayOnPaper {
  private RayOnPaper() {}

  /** One cluster at an address; the file of its token is written into a folder. */
  public static RaySettings at(String url, Path folder) {
    try {
      return new RaySettings(
          Optional.of("a=" + url),
          Optional.empty(),
          Optional.of(Files.writeString(folder.resolve("token"), "ray-token").toString()),
          "model-y",
          20_000,
          OnClusters.POLICY,
          new CountingRegistry().registry(),
          ForkJoinPool.commonPool());
    } catch (IOException impossible) {
      throw new UncheckedIOException(impossible);
    }
  }
}
