package io.witan.executor.ray;

import jakarta.ws.rs.client.ClientRequestContext;
import jakarta.ws.rs.client.ClientResponseContext;
import jakarta.ws.rs.client.ClientResponseFilter;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;

/** Lets no answer in that is longer than a bound, whatever its headers promise. */
final class BoundedAnswer implements ClientResponseFilter {
  private final int most;

  BoundedAnswer(int most) {
    this.most = most;
  }

  @Override
  public void filter(ClientRequestContext request, ClientResponseContext response) {
    if (response.hasEntity()) {
      response.setEntityStream(new Bounded(response.getEntityStream(), most));
    }
  }

  /** More came than is let in. */
  static final class TooLong extends IOException {
    private static final long serialVersionUID = 1L;

    TooLong(int most) {
      super("the answer is longer than %d bytes (witan.ray.max-answer-bytes)".formatted(most));
    }
  }

  /** Breaks off after so many bytes. */
  private static final class Bounded extends FilterInputStream {
    private final int most;
    private long left;

    Bounded(InputStream in, int most) {
      super(in);
      this.most = most;
      this.left = most;
    }

    @Override
    public int read() throws IOException {
      int read = super.read();
      count(read < 0 ? 0 : 1);
      return read;
    }

    @Override
    public int read(byte[] into, int from, int length) throws IOException {
      int read = super.read(into, from, length);
      count(Math.max(0, read));
      return read;
    }

    @Override
    public boolean markSupported() {
      return false;
    }

    private void count(int read) throws IOException {
      left -= read;
      if (left < 0) {
        throw new TooLong(most);
      }
    }
  }
}
