package io.witan.web.json;

import io.witan.shared.InvalidValue;
import io.witan.shared.Refusal;
import jakarta.json.JsonConfig;
import jakarta.json.JsonException;
import jakarta.json.JsonObject;
import jakarta.json.JsonReader;
import jakarta.json.JsonReaderFactory;
import jakarta.json.JsonValue;
import jakarta.json.spi.JsonProvider;
import jakarta.json.stream.JsonParser;
import jakarta.json.stream.JsonParserFactory;
import jakarta.json.stream.JsonParsingException;
import java.io.IOException;
import java.io.InputStream;
import java.io.StringReader;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.StandardCharsets;
import java.util.Map;

/** The bytes of a request on their way to a JSON object: at most {@value #MOST_BYTES} of them. */
final class JsonBody {
  static final int MOST_BYTES = 1024 * 1024;
  static final int DEEPEST = 100;

  private static final JsonParserFactory PARSERS =
      JsonProvider.provider().createParserFactory(Map.of());
  private static final JsonReaderFactory READERS =
      JsonProvider.provider()
          .createReaderFactory(Map.of(JsonConfig.KEY_STRATEGY, JsonConfig.KeyStrategy.NONE));

  private JsonBody() {}

  /**
   * Reads to the end, but never more than is accepted.
   *
   * @throws OversizedBody when there is more
   */
  static byte[] bytes(InputStream stream) throws IOException {
    byte[] bytes = stream.readNBytes(MOST_BYTES + 1);
    if (bytes.length > MOST_BYTES) {
      throw new OversizedBody(MOST_BYTES);
    }
    return bytes;
  }

  /** Parses an object; nothing at all counts as an empty one. */
  static JsonObject object(byte[] bytes) {
    String text = text(bytes);
    if (text.isBlank()) {
      return JsonValue.EMPTY_JSON_OBJECT;
    }
    try (JsonReader reader = READERS.createReader(new StringReader(text))) {
      refuseWhatFollows(text);
      return object(reader.readValue());
    } catch (JsonParsingException malformed) {
      throw malformed(
          "the body is no JSON: it breaks off or goes wrong at line %d, column %d"
              .formatted(
                  malformed.getLocation().getLineNumber(),
                  malformed.getLocation().getColumnNumber()));
    } catch (JsonException malformed) {
      throw malformed("the body is no JSON that can be used: " + malformed.getMessage());
    } catch (UnsupportedOperationException | NumberFormatException endless) {
      // How the parser refuses numbers of more digits than it wants to count.
      InvalidValue refused = malformed("the body holds a number that is too long");
      refused.addSuppressed(endless);
      throw refused;
    }
  }

  /** A reader stops behind the first value; a parser looks further, and can count the depth. */
  private static void refuseWhatFollows(String text) {
    int depth = 0;
    try (JsonParser parser = PARSERS.createParser(new StringReader(text))) {
      while (parser.hasNext()) {
        depth += step(parser.next());
        if (depth > DEEPEST) {
          throw malformed("the body is nested deeper than %d levels".formatted(DEEPEST));
        }
      }
    }
  }

  private static int step(JsonParser.Event event) {
    return switch (event) {
      case START_ARRAY, START_OBJECT -> 1;
      case END_ARRAY, END_OBJECT -> -1;
      default -> 0;
    };
  }

  private static JsonObject object(JsonValue value) {
    if (value instanceof JsonObject object) {
      return object;
    }
    throw malformed("the body is %s: expected an object".formatted(JsonKinds.of(value)));
  }

  private static String text(byte[] bytes) {
    CharsetDecoder decoder = StandardCharsets.UTF_8.newDecoder();
    ByteBuffer input = ByteBuffer.wrap(bytes);
    CharBuffer output = CharBuffer.allocate(bytes.length + 1);
    CoderResult result = decoder.decode(input, output, true);
    if (result.isError()) {
      throw malformed("the body is not UTF-8: byte %d is wrong".formatted(input.position() + 1));
    }
    return output.flip().toString();
  }

  private static InvalidValue malformed(String message) {
    return new InvalidValue(Refusal.of(Refusal.Code.INVALID_ARGUMENT, message));
  }
}
