package org.commonsregistry.home;

import io.micronaut.context.annotation.Context;
import io.micronaut.core.annotation.Order;
import io.micronaut.core.order.Ordered;
import jakarta.annotation.PostConstruct;
import jakarta.annotation.PreDestroy;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.StandardOpenOption;
import org.jspecify.annotations.Nullable;

/**
 * Held for as long as this process uses the home, so that no home is ever opened twice. The
 * operating system lets go of it when the process ends, however it ends.
 */
@Context
@Order(Ordered.HIGHEST_PRECEDENCE) // before the database is opened, which would complain first
public final class HomeLock {
  private final Home home;
  private @Nullable FileChannel channel;
  private @Nullable FileLock lock;

  HomeLock(Home home) {
    this.home = home;
  }

  @PostConstruct
  void acquire() {
    var file = home.root().resolve("lock");
    try {
      channel = FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
      lock = channel.tryLock();
    } catch (OverlappingFileLockException e) {
      lock = null;
    } catch (IOException e) {
      throw new UncheckedIOException("The lock file " + file + " cannot be opened.", e);
    }
    if (lock == null) {
      throw new HomeInUseException(home.root());
    }
  }

  @PreDestroy
  void release() throws IOException {
    if (channel != null) {
      channel.close();
    }
  }
}
