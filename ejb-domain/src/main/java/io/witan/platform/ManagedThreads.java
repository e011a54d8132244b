package io.witan.platform;

import jakarta.enterprise.concurrent.ManagedExecutorService;
import jakarta.enterprise.concurrent.ManagedScheduledExecutorService;
import jakarta.enterprise.concurrent.ManagedThreadFactory;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.Dependent;
import jakarta.enterprise.inject.Produces;
import jakarta.enterprise.inject.Typed;
import javax.naming.InitialContext;
import javax.naming.NamingException;

/**
 * The server's threads, for injection.
 *
 * <p>They are looked up by name when first needed: {@code @Resource} in a bean of a library jar
 * fails on Payara Micro while the application starts.
 */
@ApplicationScoped
public class ManagedThreads {

  @Produces
  @ApplicationScoped
  @Typed(ManagedExecutorService.class)
  public ManagedExecutorService executor() {
    return find("java:comp/DefaultManagedExecutorService", ManagedExecutorService.class);
  }

  @Produces
  @ApplicationScoped
  @Typed(ManagedScheduledExecutorService.class)
  public ManagedScheduledExecutorService scheduler() {
    return find(
        "java:comp/DefaultManagedScheduledExecutorService", ManagedScheduledExecutorService.class);
  }

  /**
   * Makes threads that carry what the application carries: for a pool whose tasks are so many and
   * so short that an executor of the server would spend more on each than the task takes.
   *
   * <p>Looked up at once, as threads are asked for where the application's names do not reach.
   */
  @Produces
  @Dependent
  @Typed(ManagedThreadFactory.class)
  public ManagedThreadFactory factory() {
    return find("java:comp/DefaultManagedThreadFactory", ManagedThreadFactory.class);
  }

  // The names are constants of this class: nobody outside can choose what is looked up.
  @SuppressWarnings("BanJNDI")
  private static <T> T find(String name, Class<T> type) {
    try {
      return type.cast(new InitialContext().lookup(name));
    } catch (NamingException missing) {
      throw new IllegalStateException("the server has no " + name, missing);
    }
  }
}
