package io.witan.graph;

import java.nio.file.Path;

/**
 * What the command line asks for.
 *
 * @param home folder that holds the database, its password file and its logs
 * @param port Bolt port on 127.0.0.1; 0 takes any free one
 * @param pageCacheMegabytes memory that Neo4j keeps store pages in
 */
record Options(Path home, int port, int pageCacheMegabytes) {

  static final String USAGE = "usage: GraphServer --home DIR --port N [--page-cache-mb N]";

  private static final int DEFAULT_PAGE_CACHE_MEGABYTES = 128;

  static Options parse(String... args) throws StartRefused {
    Path home = null;
    int port = -1;
    int pageCache = DEFAULT_PAGE_CACHE_MEGABYTES;
    for (int i = 0; i < args.length; i += 2) {
      String value = valueAfter(args, i);
      switch (args[i]) {
        case "--home" -> home = Path.of(value).toAbsolutePath().normalize();
        case "--port" -> port = number(args[i], value, 0, 65_535);
        case "--page-cache-mb" -> pageCache = number(args[i], value, 8, 1_048_576);
        default -> throw new StartRefused("unknown option " + args[i] + "; " + USAGE);
      }
    }
    if (home == null || port < 0) {
      throw new StartRefused("--home and --port are needed; " + USAGE);
    }
    return new Options(home, port, pageCache);
  }

  private static String valueAfter(String[] args, int index) throws StartRefused {
    if (index + 1 >= args.length) {
      throw new StartRefused(args[index] + " needs a value; " + USAGE);
    }
    return args[index + 1];
  }

  private static int number(String option, String text, int least, int most) throws StartRefused {
    try {
      int value = Integer.parseInt(text);
      if (value >= least && value <= most) {
        return value;
      }
    } catch (NumberFormatException e) {
      throw new StartRefused(option + " takes a whole number, not " + text, e);
    }
    throw new StartRefused(option + " must lie between " + least + " and " + most);
  }
}
