package io.witan.executor.ray;

import io.witan.executor.chat.Secret;
import io.witan.shared.InvalidValue;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The tokens of the clusters: one file for all, or {@code name=path} for single ones. */
final class TokenFiles {
  private static final String SETTING = "witan.ray.token-file";
  private static final String EXPECTED =
      "the path of a readable file with the token of the clusters, or name=path for each";

  private final Map<String, Secret> tokens;

  private TokenFiles(Map<String, Secret> tokens) {
    this.tokens = tokens;
  }

  static TokenFiles read(Optional<String> setting, List<ClusterAddress> clusters) {
    List<String> names = clusters.stream().map(ClusterAddress::name).toList();
    Map<String, Secret> tokens = new HashMap<>();
    String text = setting.orElse("").strip();
    if (text.contains("=")) {
      Map<String, String> files = NamedValues.of(SETTING, setting, EXPECTED);
      NamedValues.mustBeAmong(SETTING, files.keySet(), names);
      files.forEach((name, file) -> tokens.put(name, token(file)));
    } else {
      names.forEach(name -> tokens.put(name, token(text)));
    }
    names.stream()
        .filter(name -> !tokens.containsKey(name))
        .forEach(
            name -> {
              throw new InvalidValue(SETTING, text, "a file for " + name + " too");
            });
    return new TokenFiles(tokens);
  }

  private static Secret token(String file) {
    String token = content(file).strip();
    if (token.isEmpty() || token.chars().anyMatch(sign -> sign <= ' ' || sign > '~')) {
      throw new InvalidValue(SETTING, file, "a file that holds one token and nothing else");
    }
    return new Secret(token);
  }

  private static String content(String file) {
    try {
      return Files.readString(Path.of(file));
    } catch (IOException | InvalidPathException unreadable) {
      InvalidValue invalid = new InvalidValue(SETTING, file, EXPECTED);
      invalid.initCause(unreadable);
      throw invalid;
    }
  }

  Secret of(ClusterAddress cluster) {
    return tokens.get(cluster.name());
  }
}
