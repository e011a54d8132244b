package io.witan.executor.ray;

import io.witan.shared.Ids;
import io.witan.shared.InvalidValue;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Reads the settings that name the clusters and their weights. */
final class ClusterList {
  private static final String CLUSTERS = "witan.ray.clusters";
  private static final String WEIGHTS = "witan.ray.weights";
  private static final String CLUSTER_FORM =
      "name=address, several with commas, such as a=http://127.0.0.1:8500";

  private ClusterList() {}

  static List<ClusterAddress> read(Optional<String> clusters, Optional<String> weights) {
    Map<String, String> addresses = NamedValues.of(CLUSTERS, clusters, CLUSTER_FORM);
    if (addresses.isEmpty()) {
      throw new InvalidValue(
          CLUSTERS, "", "at least one cluster for the runner ray: " + CLUSTER_FORM);
    }
    Map<String, String> shares =
        NamedValues.of(WEIGHTS, weights, "name=number, several with commas, such as a=2,b=0.5");
    NamedValues.mustBeAmong(WEIGHTS, shares.keySet(), addresses.keySet());
    List<ClusterAddress> all = new ArrayList<>();
    addresses.forEach(
        (name, url) ->
            all.add(
                new ClusterAddress(
                    Ids.valid(CLUSTERS, name),
                    address(url),
                    weight(shares.getOrDefault(name, "1")))));
    return all;
  }

  private static URI address(String text) {
    try {
      URI url = new URI(text);
      boolean isPlain =
          url.getHost() != null
              && url.getRawUserInfo() == null
              && url.getRawQuery() == null
              && url.getRawFragment() == null;
      if (isPlain && ("http".equals(url.getScheme()) || "https".equals(url.getScheme()))) {
        return url;
      }
    } catch (URISyntaxException malformed) {
      InvalidValue invalid = notAnAddress(text);
      invalid.initCause(malformed);
      throw invalid;
    }
    throw notAnAddress(text);
  }

  private static InvalidValue notAnAddress(String text) {
    return new InvalidValue(
        CLUSTERS, text, "http:// or https://, a host and perhaps a port and a path; no user, no ?");
  }

  private static double weight(String text) {
    try {
      double weight = Double.parseDouble(text);
      if (weight > 0 && Double.isFinite(weight)) {
        return weight;
      }
    } catch (NumberFormatException notANumber) {
      InvalidValue invalid = notAWeight(text);
      invalid.initCause(notANumber);
      throw invalid;
    }
    throw notAWeight(text);
  }

  private static InvalidValue notAWeight(String text) {
    return new InvalidValue(WEIGHTS, text, "a number above 0");
  }
}
