package io.witan.deliberation.adapter;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The files of one version of the prompts, with places like <code>{{role}}</code> to fill. */
final class PromptFiles {
  private static final Pattern PLACE = Pattern.compile("\\{\\{(\\w+)}}");

  private final String folder;
  private final Map<String, String> texts = new ConcurrentHashMap<>();

  PromptFiles(String version) {
    folder = "/io/witan/deliberation/prompts/" + version + "/";
  }

  String read(String name) {
    return texts.computeIfAbsent(name, this::load);
  }

  /** Fills every place once; what is filled in is not searched for places again. */
  String fill(String name, Map<String, String> words) {
    return PLACE
        .matcher(read(name))
        .replaceAll(place -> Matcher.quoteReplacement(word(name, words, place.group(1))));
  }

  private static String word(String file, Map<String, String> words, String place) {
    String word = words.get(place);
    if (word == null) {
      throw new IllegalStateException("%s wants {{%s}}, which nobody fills".formatted(file, place));
    }
    return word;
  }

  private String load(String name) {
    try (InputStream file = PromptFiles.class.getResourceAsStream(folder + name)) {
      if (file == null) {
        throw new IllegalStateException(
            "the prompt " + folder + name + " is not in the application");
      }
      return new String(file.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException broken) {
      throw new UncheckedIOException(broken);
    }
  }
}
