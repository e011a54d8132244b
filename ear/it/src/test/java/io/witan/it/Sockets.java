package io.witan.it;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** What a process listens on, as the kernel tells it under {@code /proc}. */
final class Sockets {
  private static final Pattern SOCKET = Pattern.compile("socket:\\[(\\d+)]");
  private static final String TCP_LISTENS = "0A";
  private static final String UDP_UNCONNECTED = "07";
  private static final int LOCAL = 1;
  private static final int STATE = 3;
  private static final int INODE = 9;

  private Sockets() {}

  /**
   * An address to which a socket is bound.
   *
   * @param address in the kernel's hexadecimal form
   */
  record Listening(String protocol, String address, int port) {
    boolean isOnLoopback() {
      return switch (address.length()) {
        case 8 -> address.endsWith("7F");
        default ->
            address.equals("00000000000000000000000001000000")
                || (address.startsWith("0000000000000000FFFF0000") && address.endsWith("7F"));
      };
    }
  }

  static List<Listening> of(ProcessHandle process) throws IOException {
    Set<String> own = inodes(process);
    List<Listening> found = new ArrayList<>();
    for (String protocol : List.of("tcp", "tcp6", "udp", "udp6")) {
      String wanted = protocol.startsWith("tcp") ? TCP_LISTENS : UDP_UNCONNECTED;
      for (String line : Files.readAllLines(Path.of("/proc/net", protocol))) {
        String[] words = line.strip().split("\\s+", -1);
        if (words[STATE].equals(wanted) && own.contains(words[INODE])) {
          found.add(listening(protocol, words[LOCAL]));
        }
      }
    }
    return found;
  }

  private static Listening listening(String protocol, String local) {
    int colon = local.indexOf(':');
    return new Listening(
        protocol, local.substring(0, colon), Integer.parseInt(local.substring(colon + 1), 16));
  }

  /** Nothing for a process that has ended meanwhile. */
  private static Set<String> inodes(ProcessHandle process) throws IOException {
    Set<String> inodes = new HashSet<>();
    Path descriptors = Path.of("/proc", String.valueOf(process.pid()), "fd");
    try (Stream<Path> open = Files.list(descriptors)) {
      for (Path descriptor : open.toList()) {
        Matcher socket = SOCKET.matcher(target(descriptor));
        if (socket.matches()) {
          inodes.add(socket.group(1));
        }
      }
    } catch (IOException | UncheckedIOException failure) {
      if (Ended.is(process)) {
        return Set.of();
      }
      throw failure;
    }
    return inodes;
  }

  private static String target(Path descriptor) throws IOException {
    try {
      return Files.readSymbolicLink(descriptor).toString();
    } catch (NoSuchFileException closedMeanwhile) {
      return "";
    }
  }
}
