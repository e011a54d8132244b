package io.witan.testing;

import io.witan.testing.PackStream.Struct;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.net.Socket;
import java.net.URI;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * As much of a Bolt client as shows how Neo4j ran a statement, which its JDBC driver does not tell;
 * the driver that does cannot be beside it.
 */
final class BoltConnection implements AutoCloseable {
  private static final int MAGIC = 0x6060B017;
  private static final int VERSION = 0x00000005;
  private static final int HELLO = 0x01;
  private static final int RUN = 0x10;
  private static final int PULL = 0x3F;
  private static final int SUCCESS = 0x70;
  private static final int RECORD = 0x71;
  private static final int MOST_OF_A_CHUNK = 0xFFFF;

  private final Socket socket;
  private final DataInputStream in;
  private final DataOutputStream out;

  BoltConnection(URI server, String user, String password) throws IOException {
    socket = new Socket(server.getHost(), server.getPort());
    in = new DataInputStream(socket.getInputStream());
    out = new DataOutputStream(socket.getOutputStream());
    for (int part : new int[] {MAGIC, VERSION, 0, 0, 0}) {
      out.writeInt(part);
    }
    out.flush();
    if (in.readInt() != VERSION) {
      throw new IOException("the server does not speak Bolt 5.0");
    }
    send(
        HELLO,
        Map.of(
            "user_agent",
            "witan-tests/1",
            "scheme",
            "basic",
            "principal",
            user,
            "credentials",
            password));
    Map<String, Object> unused = success(receive());
  }

  /** What a statement answers, and what Neo4j tells about it. */
  record Result(List<String> columns, List<List<Object>> records, Map<String, Object> summary) {}

  Result run(String cypher, Map<String, ?> parameters) throws IOException {
    send(RUN, cypher, parameters, Map.of());
    List<String> columns = new ArrayList<>();
    if (success(receive()).get("fields") instanceof List<?> names) {
      names.forEach(name -> columns.add(String.valueOf(name)));
    }
    send(PULL, Map.of("n", -1));
    List<List<Object>> records = new ArrayList<>();
    Struct answer = receive();
    while (answer.signature() == RECORD) {
      records.add(asList(answer.fields().get(0)));
      answer = receive();
    }
    return new Result(columns, records, success(answer));
  }

  private void send(int signature, Object... fields) throws IOException {
    ByteArrayOutputStream message = new ByteArrayOutputStream();
    PackStream.write(new DataOutputStream(message), new Struct(signature, List.of(fields)));
    byte[] bytes = message.toByteArray();
    if (bytes.length > MOST_OF_A_CHUNK) {
      throw new IOException("a message of %d bytes is too long".formatted(bytes.length));
    }
    out.writeShort(bytes.length);
    out.write(bytes);
    out.writeShort(0);
    out.flush();
  }

  private Struct receive() throws IOException {
    ByteArrayOutputStream message = new ByteArrayOutputStream();
    int chunk = in.readUnsignedShort();
    while (chunk > 0 || message.size() == 0) {
      message.write(in.readNBytes(chunk));
      chunk = in.readUnsignedShort();
    }
    return (Struct)
        PackStream.read(new DataInputStream(new ByteArrayInputStream(message.toByteArray())));
  }

  private static Map<String, Object> success(Struct answer) throws IOException {
    if (answer.signature() != SUCCESS) {
      throw new IOException("Neo4j answers " + answer.fields());
    }
    return asMap(answer.fields().get(0));
  }

  private static List<Object> asList(Object value) {
    return value instanceof List<?> list ? new ArrayList<>(list) : List.of();
  }

  static Map<String, Object> asMap(Object value) {
    Map<String, Object> map = new LinkedHashMap<>();
    if (value instanceof Map<?, ?> given) {
      given.forEach((name, item) -> map.put(String.valueOf(name), item));
    }
    return map;
  }

  @Override
  public void close() throws IOException {
    socket.close();
  }
}
