package io.witan.platform;

/** A setting that Witan does not have was given; the application does not start with it. */
public class UnknownSettingException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  UnknownSettingException(String message) {
    super(message);
  }
}
