package io.witan.ledger.adapter;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.witan.json.JsonTree;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tuple;

class CanonicalJsonTest {
  private static final int DEPTH = 3;

  /** The library reads and writes JSON text in canonical form; both ways must come to the same. */
  @Property(tries = 1_000)
  void whatIsWrittenAtOnceIsWhatTheLibraryMakesOfIt(
      @ForAll("objects") Map<String, Object> content) {
    assertThat(CanonicalJson.of(content))
        .isEqualTo(CanonicalJson.canonical(JsonTree.of(content).toString()));
  }

  @Provide
  Arbitrary<Map<String, Object>> objects() {
    return objectsOf(values(DEPTH));
  }

  private static Arbitrary<Object> values(int depth) {
    return depth == 0
        ? scalars()
        : Arbitraries.frequencyOf(
            Tuple.of(4, scalars()),
            Tuple.of(1, values(depth - 1).list().ofMaxSize(4).map(one -> one)),
            Tuple.of(1, objectsOf(values(depth - 1)).map(one -> one)));
  }

  private static Arbitrary<Object> scalars() {
    return Arbitraries.oneOf(
        texts().map(one -> one),
        Arbitraries.longs().map(one -> one),
        Arbitraries.integers().map(one -> one),
        Arbitraries.doubles().map(one -> one),
        Arbitraries.of(
            0.0, -0.0, 1e21, 1e-7, Double.MIN_VALUE, 0.1 + 0.2, Double.MAX_VALUE, 1L << 53, -1L),
        Arbitraries.of(true, false).map(one -> one));
  }

  private static Arbitrary<String> texts() {
    return Arbitraries.strings()
        .withCharRange('\u0000', '\u00ff')
        .withChars('"', '\\', '/', '\u2028', '\u20ac', '\uffff')
        .ofMaxLength(12);
  }

  private static Arbitrary<Map<String, Object>> objectsOf(Arbitrary<Object> values) {
    return Arbitraries.maps(texts(), values).ofMaxSize(5);
  }

  @Example
  void membersAreSortedByTheirUnitsAndNothingIsMissing() {
    Map<String, Object> content = new LinkedHashMap<>();
    content.put("\ud83d\ude00", "smile");
    content.put("\ufb33", 1);
    content.put("a", null);
    content.put("A", Arrays.asList(null, List.of(), Map.of(), "\u001f\n"));

    assertThat(CanonicalJson.of(content))
        .isEqualTo(
            "{\"A\":[null,[],{},\"\\u001f\\n\"],\"a\":null,\"\ud83d\ude00\":\"smile\",\"\ufb33\":1}");
  }

  @Example
  void whatIsNoNumberIsRefused() {
    assertThatThrownBy(() -> CanonicalJson.of(Map.of("score", Double.NaN)))
        .isInstanceOf(NumberFormatException.class)
        .hasMessageContaining("NaN");
  }
}
