package io.witan.ledger.heads;

import io.witan.json.JsonText;
import io.witan.ledger.adapter.CanonicalJson;
import io.witan.ledger.domain.AggregateRef;
import io.witan.ledger.domain.ChainHead;
import io.witan.ledger.domain.HeadsBatch;
import io.witan.ledger.port.Notary;
import jakarta.json.JsonObject;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A batch as it is handed out: one line of canonical JSON (RFC 8785), {@code {"signature": "...",
 * "signed": {"at", "batch", "heads", "previous"}}}.
 *
 * <p>The signature is a JWS with detached content (RFC 7515, appendix F): between its two dots
 * belongs the base64url of what stands under {@code signed}, byte for byte.
 *
 * @param text the whole line, without its end
 */
record BatchLine(HeadsBatch batch, String signature, String text) {
  static BatchLine sign(HeadsBatch batch, Notary notary) {
    Map<String, Object> content = json(batch);
    String signature = notary.sign(CanonicalJson.of(content));
    return new BatchLine(
        batch, signature, CanonicalJson.of(Map.of("signature", signature, "signed", content)));
  }

  /** Reads a line; absent when it is no batch, or is not in canonical form. */
  static Optional<BatchLine> parse(String line) {
    try {
      JsonObject json = JsonText.object(line);
      BatchLine read =
          new BatchLine(batch(json.getJsonObject("signed")), json.getString("signature"), line);
      return read.isCanonical() ? Optional.of(read) : Optional.empty();
    } catch (RuntimeException malformed) {
      // JSON-P has an exception of its own for each way in which a field can be wrong.
      return Optional.empty();
    }
  }

  /** What the next batch names. */
  String hash() {
    return CanonicalJson.sha256(text);
  }

  /** What is wrong with the signature. */
  Optional<String> fault(Notary notary) {
    return notary.fault(CanonicalJson.of(json(batch)), signature);
  }

  /** The fields of the line. */
  Map<String, Object> fields() {
    return Map.of("signature", signature, "signed", json(batch));
  }

  // Whatever else stood in the line would be signed by nobody.
  private boolean isCanonical() {
    return CanonicalJson.of(fields()).equals(text);
  }

  private static Map<String, Object> json(HeadsBatch batch) {
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("batch", batch.number());
    json.put("at", batch.at().toString());
    json.put("previous", batch.previous());
    json.put("heads", batch.heads().stream().map(BatchLine::json).toList());
    return json;
  }

  private static Map<String, Object> json(ChainHead head) {
    return Map.of(
        "kind", head.aggregate().kind(),
        "id", head.aggregate().id(),
        "first", head.first(),
        "sequence", head.sequence(),
        "hash", head.hash());
  }

  private static HeadsBatch batch(JsonObject json) {
    List<ChainHead> heads =
        json.getJsonArray("heads").getValuesAs(JsonObject.class).stream()
            .map(BatchLine::head)
            .toList();
    return new HeadsBatch(
        json.getJsonNumber("batch").longValueExact(),
        Instant.parse(json.getString("at")),
        json.getString("previous"),
        heads);
  }

  private static ChainHead head(JsonObject json) {
    return new ChainHead(
        new AggregateRef(json.getString("kind"), json.getString("id")),
        json.getJsonNumber("first").longValueExact(),
        json.getJsonNumber("sequence").longValueExact(),
        json.getString("hash"));
  }
}
