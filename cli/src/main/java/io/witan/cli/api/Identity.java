package io.witan.cli.api;

import java.util.Optional;

/** Who a request is made for. */
public interface Identity {

  /** The bearer token to send; none for requests that need none. */
  Optional<String> token();

  /** Gets a fresh token after the server refused the last one; says whether there is one. */
  boolean renew();

  /** Nobody. */
  Identity NOBODY =
      new Identity() {
        @Override
        public Optional<String> token() {
          return Optional.empty();
        }

        @Override
        public boolean renew() {
          return false;
        }
      };

  /** A token that somebody handed over; it cannot be renewed. */
  static Identity bearing(String token) {
    return new Identity() {
      @Override
      public Optional<String> token() {
        return Optional.of(token);
      }

      @Override
      public boolean renew() {
        return false;
      }
    };
  }
}
