package io.witan.web.docs;

import io.witan.contract.DocumentText;
import java.util.Arrays;
import java.util.Comparator;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** In which of two forms a document is sent: the one that the caller likes best. */
enum DocumentFormat {
  JSON("application/json"),
  YAML("application/yaml");

  private final String mediaType;

  DocumentFormat(String mediaType) {
    this.mediaType = mediaType;
  }

  String mediaType() {
    return mediaType;
  }

  String text(Map<String, ?> document) {
    return this == JSON ? DocumentText.json(document) : DocumentText.yaml(document);
  }

  /**
   * The form that is asked for.
   *
   * @param name the query parameter {@code format}, which wins; null when there is none
   * @param accept the header {@code Accept}; null when there is none, which means JSON
   * @return nothing when it is neither of them
   */
  static Optional<DocumentFormat> asked(String name, String accept) {
    if (name != null) {
      return Stream.of(values()).filter(format -> format.name().equalsIgnoreCase(name)).findFirst();
    }
    return Arrays.stream((accept == null ? "*/*" : accept).split(",", -1))
        .map(Range::of)
        .sorted(Comparator.comparing(Range::quality).reversed())
        .flatMap(range -> range.format().stream())
        .findFirst();
  }

  /** One media type, or range of them, and how much it is liked. */
  private record Range(String type, double quality) {
    static Range of(String text) {
      String[] parts = text.toLowerCase(Locale.ROOT).split(";", -1);
      double quality =
          Arrays.stream(parts)
              .map(String::strip)
              .filter(part -> part.matches("q=[01](\\.[0-9]{0,3})?"))
              .mapToDouble(part -> Double.parseDouble(part.substring(2)))
              .findFirst()
              .orElse(1);
      return new Range(parts[0].strip(), quality);
    }

    Optional<DocumentFormat> format() {
      if (quality == 0) {
        return Optional.empty();
      }
      return type.endsWith("yaml") ? Optional.of(YAML) : json();
    }

    private Optional<DocumentFormat> json() {
      boolean fits = type.endsWith("json") || type.equals("*/*") || type.equals("application/*");
      return fits ? Optional.of(JSON) : Optional.empty();
    }
  }
}
