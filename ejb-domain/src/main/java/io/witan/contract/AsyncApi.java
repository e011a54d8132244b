package io.witan.contract;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;
import java.util.stream.Stream;

/**
 * The AsyncAPI 3 document: a channel for each subject, an operation for each subject that Witan
 * sends and for each durable consumer of its own.
 */
public final class AsyncApi {
  private static final String SCHEMA_FORMAT = "application/schema+json;version=2020-12";
  private static final String HEADERS = "EventHeaders";

  private final EventCatalog catalog;
  private final StreamNames streams;
  private final List<Subscription> subscriptions;

  public AsyncApi(EventCatalog catalog, StreamNames streams, List<Subscription> subscriptions) {
    this.catalog = catalog;
    this.streams = streams;
    this.subscriptions = List.copyOf(subscriptions);
  }

  /** The whole document; maps are in the order in which they are to be shown. */
  public Map<String, Object> document(String version) {
    return map(
        "asyncapi", "3.0.0",
        "id", "urn:witan:events",
        "info", info(version),
        "defaultContentType", "application/json",
        "servers", Map.of("nats", server()),
        "channels", channels(),
        "operations", operations(),
        "components",
            map("messages", messages(), "schemas", Map.of(HEADERS, EventHeaders.schema())));
  }

  private static Map<String, Object> info(String version) {
    return map(
        "title",
        "Witan events",
        "version",
        version,
        "description",
        "What Witan tells by NATS JetStream, and what it listens to. Payloads may gain fields;"
            + " whoever reads them must not mind. An event can come more than once: remember"
            + " its ce-id.",
        "license",
        map("name", "Apache-2.0", "url", "https://www.apache.org/licenses/LICENSE-2.0"));
  }

  private static Map<String, Object> server() {
    return map(
        "host", "{host}:{port}",
        "protocol", "nats",
        "description", "NATS with JetStream, as set by witan.nats.url",
        "variables",
            map("host", Map.of("default", "127.0.0.1"), "port", Map.of("default", "4222")));
  }

  private Map<String, Object> channels() {
    return forEach(
        (contract, channels) ->
            channels.put(
                contract.subject(),
                with(
                    parameters(contract.subject()),
                    map(
                        "address", contract.subject().replace("*", "{id}"),
                        "title", contract.subject(),
                        "description", kept(contract.subject()),
                        "servers", List.of(ref("servers", "nats")),
                        "messages",
                            Map.of("event", ref("components", "messages", contract.subject()))))));
  }

  private static Map<String, Object> parameters(String subject) {
    return subject.contains("*")
        ? Map.of("parameters", Map.of("id", Map.of("description", "The id of what it is about.")))
        : Map.of();
  }

  private static Map<String, Object> with(Map<String, Object> more, Map<String, Object> map) {
    map.putAll(more);
    return map;
  }

  private String kept(String subject) {
    return streams
        .nameOf(subject)
        .map(stream -> "Kept in the JetStream stream " + stream + ".")
        .orElse("Kept nowhere: for those who listen right now.");
  }

  private Map<String, Object> operations() {
    Map<String, Object> operations = new LinkedHashMap<>();
    Stream.concat(catalog.sent().stream(), catalog.told().stream())
        .forEach(
            contract ->
                operations.put(
                    "send." + contract.subject(),
                    operation("send", contract.subject(), contract.summary())));
    subscriptions.forEach(
        subscription ->
            operations.put(
                "receive." + subscription.channel() + "." + subscription.subject(),
                operation(
                    "receive",
                    subscription.subject(),
                    "Durable consumer " + subscription.durable() + ".")));
    return operations;
  }

  private static Map<String, Object> operation(String action, String subject, String summary) {
    return map(
        "action",
        action,
        "summary",
        summary,
        "channel",
        ref("channels", subject),
        "messages",
        List.of(ref("channels", subject, "messages", "event")));
  }

  private Map<String, Object> messages() {
    return forEach(
        (contract, messages) ->
            messages.put(
                contract.subject(),
                with(
                    headers(contract),
                    map(
                        "name", contract.subject(),
                        "title", contract.subject(),
                        "summary", contract.summary(),
                        "contentType", "application/json",
                        "payload",
                            map("schemaFormat", SCHEMA_FORMAT, "schema", contract.schema())))));
  }

  private Map<String, Object> headers(EventContract contract) {
    return catalog.told().contains(contract)
        ? Map.of()
        : Map.of("headers", ref("components", "schemas", HEADERS));
  }

  private Map<String, Object> forEach(BiConsumer<EventContract, Map<String, Object>> add) {
    Map<String, Object> all = new LinkedHashMap<>();
    Stream.concat(catalog.all().stream(), catalog.told().stream())
        .forEach(contract -> add.accept(contract, all));
    return all;
  }

  private static Map<String, Object> ref(String... path) {
    return Map.of("$ref", "#/" + String.join("/", path));
  }

  private static Map<String, Object> map(Object... pairs) {
    Map<String, Object> map = new LinkedHashMap<>();
    for (int place = 0; place < pairs.length; place += 2) {
      map.put((String) pairs[place], pairs[place + 1]);
    }
    return map;
  }
}
