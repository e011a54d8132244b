package io.witan.testkit;

import java.time.Duration;
import org.awaitility.Awaitility;
import org.junit.platform.launcher.LauncherSession;
import org.junit.platform.launcher.LauncherSessionListener;

/**
 * Lets every test that waits for something wait for a minute, if it names no time of its own. The
 * ten seconds of Awaitility are short for a machine that does other work beside; a test that passes
 * waits no longer by it.
 */
public final class PatientWaiting implements LauncherSessionListener {
  private static final Duration PATIENCE = Duration.ofMinutes(1);

  @Override
  public void launcherSessionOpened(LauncherSession session) {
    Awaitility.setDefaultTimeout(PATIENCE);
  }
}
