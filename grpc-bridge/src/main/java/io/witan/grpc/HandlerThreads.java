package io.witan.grpc;

import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManagedExecutorService;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.concurrent.Executor;

/** The server's managed threads, on which calls run: they know the application's class loader. */
@ApplicationScoped
class HandlerThreads implements Executor {

  @Resource private ManagedExecutorService managed;

  @Override
  public void execute(Runnable call) {
    managed.execute(call);
  }
}
