package io.witan.deliberation.adapter;

import io.witan.deliberation.domain.Wording;
import io.witan.shared.Sha256;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The files of the prompts, with places like <code>{{role}}</code> to fill: those of the
 * application, and above them those of a folder of one's own. What lies in the folder itself is for
 * all agents, what lies in a folder in it, for agents of the profile of that name.
 *
 * <p>Folders are read once, at the start.
 */
final class PromptFiles {
  private static final Pattern PLACE = Pattern.compile("\\{\\{(\\w+)}}");
  private static final int SHOWN = 12;

  private final Map<String, String> texts = new ConcurrentHashMap<>();
  private final Map<String, String> forAll;
  private final Map<String, Map<String, String>> byProfile;

  /**
   * All prompts there are.
   *
   * @param own the folder of one's own, if there is one
   */
  PromptFiles(Optional<Path> own) {
    this.forAll = own.map(PromptFiles::filesIn).orElse(Map.of());
    this.byProfile =
        own.map(PromptFiles::foldersIn).orElse(List.of()).stream()
            .collect(Collectors.toMap(PromptFiles::name, PromptFiles::filesIn));
    forAll.keySet().forEach(this::mustBeKnown);
    byProfile.values().forEach(files -> files.keySet().forEach(this::mustBeKnown));
  }

  private static List<Path> foldersIn(Path folder) {
    return listed(folder).stream().filter(Files::isDirectory).toList();
  }

  private static Map<String, String> filesIn(Path folder) {
    Map<String, String> files = new TreeMap<>();
    listed(folder).stream()
        .filter(Files::isRegularFile)
        .forEach(file -> files.put(name(file), text(file)));
    return files;
  }

  private static List<Path> listed(Path folder) {
    try (Stream<Path> entries = Files.list(folder)) {
      return entries.filter(entry -> !name(entry).startsWith(".")).toList();
    } catch (IOException unreadable) {
      throw new UncheckedIOException(
          "witan.deliberation.prompts: the folder %s cannot be read".formatted(folder), unreadable);
    }
  }

  private static String name(Path path) {
    return String.valueOf(path.getFileName());
  }

  private static String text(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException unreadable) {
      throw new UncheckedIOException(
          "witan.deliberation.prompts: %s cannot be read".formatted(file), unreadable);
    }
  }

  private void mustBeKnown(String file) {
    if (Stream.of(Wording.values()).noneMatch(wording -> has(wording, file))) {
      throw new IllegalStateException(
          "witan.deliberation.prompts: nothing reads %s, as no prompt has that name"
              .formatted(file));
    }
  }

  /** The profiles that there are. */
  Set<String> profiles() {
    return byProfile.keySet();
  }

  /** Those in which an agent of that profile, or of none, is asked in that wording. */
  Texts texts(Wording wording, Optional<String> profile) {
    return new Texts(wording, own(profile));
  }

  private Map<String, String> own(Optional<String> profile) {
    Map<String, String> own = new LinkedHashMap<>(forAll);
    own.putAll(profile.map(name -> byProfile.getOrDefault(name, Map.of())).orElse(Map.of()));
    return own;
  }

  /** The prompts of one agent in one wording. */
  final class Texts {
    private final Wording wording;
    private final Map<String, String> own;

    private Texts(Wording wording, Map<String, String> own) {
      this.wording = wording;
      this.own = own;
    }

    /** Which words these are: the wording, and a digest of all that was put above it. */
    String version() {
      return own.isEmpty()
          ? wording.wire()
          : "%s+%s".formatted(wording.wire(), Sha256.hex(String.valueOf(own)).substring(0, SHOWN));
    }

    String read(String name) {
      String text = own.get(name);
      return text == null
          ? texts.computeIfAbsent(path(wording, name), any -> load(file(wording, name)))
          : text;
    }

    /** Fills every place once; what is filled in is not searched for places again. */
    String fill(String name, Map<String, String> words) {
      return PLACE
          .matcher(read(name))
          .replaceAll(place -> Matcher.quoteReplacement(word(name, words, place.group(1))));
    }
  }

  private static String word(String file, Map<String, String> words, String place) {
    String word = words.get(place);
    if (word == null) {
      throw new IllegalStateException(
          "%s wants {{%s}}; there are %s".formatted(file, place, words.keySet()));
    }
    return word;
  }

  /** Where it lies: a wording has files for what it says otherwise than the one before it. */
  private static String file(Wording wording, String name) {
    return Stream.of(Wording.values())
        .filter(one -> one.compareTo(wording) <= 0 && has(one, name))
        .reduce((earlier, later) -> later)
        .map(one -> path(one, name))
        .orElseThrow(
            () ->
                new IllegalStateException(
                    "the prompt %s is not in the application".formatted(name)));
  }

  private static boolean has(Wording wording, String name) {
    return PromptFiles.class.getResource(path(wording, name)) != null;
  }

  private static String path(Wording wording, String name) {
    return "/io/witan/deliberation/prompts/%s/%s".formatted(wording.wire(), name);
  }

  private static String load(String path) {
    try (InputStream file = PromptFiles.class.getResourceAsStream(path)) {
      return new String(file.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException broken) {
      throw new UncheckedIOException(broken);
    }
  }
}
