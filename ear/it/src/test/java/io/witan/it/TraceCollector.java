package io.witan.it;

import com.google.protobuf.ByteString;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.opentelemetry.proto.collector.trace.v1.ExportTraceServiceRequest;
import io.opentelemetry.proto.trace.v1.Span;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Stream;
import org.awaitility.Awaitility;

/** Takes spans as OTLP over HTTP, and keeps them. */
final class TraceCollector {
  private static final Duration PATIENCE = Duration.ofMinutes(2);

  private final List<Span> spans = new CopyOnWriteArrayList<>();
  private final HttpServer server;

  TraceCollector() {
    try {
      server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    } catch (IOException broken) {
      throw new UncheckedIOException(broken);
    }
    server.createContext("/v1/traces", this::take);
    server.start();
  }

  String url() {
    return "http://127.0.0.1:" + server.getAddress().getPort();
  }

  /** The spans of a trace whose names begin so, once there are so many. */
  List<Span> await(String trace, String name, int count) {
    return Awaitility.await()
        .atMost(PATIENCE)
        .until(() -> named(trace, name), found -> found.size() >= count);
  }

  private List<Span> named(String trace, String name) {
    return spans.stream()
        .filter(span -> hex(span.getTraceId()).equals(trace) && span.getName().startsWith(name))
        .toList();
  }

  /** The spans above one, nearest first, as far as they have come. */
  List<Span> above(Span span) {
    return Stream.iterate(parent(span), Optional::isPresent, above -> parent(above.orElseThrow()))
        .map(Optional::orElseThrow)
        .toList();
  }

  private Optional<Span> parent(Span span) {
    return spans.stream()
        .filter(other -> other.getTraceId().equals(span.getTraceId()))
        .filter(other -> other.getSpanId().equals(span.getParentSpanId()))
        .findFirst();
  }

  static String hex(ByteString id) {
    return HexFormat.of().formatHex(id.toByteArray());
  }

  private void take(HttpExchange exchange) throws IOException {
    try (exchange) {
      ExportTraceServiceRequest.parseFrom(exchange.getRequestBody()).getResourceSpansList().stream()
          .flatMap(resource -> resource.getScopeSpansList().stream())
          .forEach(scope -> spans.addAll(scope.getSpansList()));
      // So that no connection is used again at the moment when it ends idle.
      exchange.getResponseHeaders().set("Connection", "close");
      exchange.sendResponseHeaders(200, -1);
    }
  }
}
