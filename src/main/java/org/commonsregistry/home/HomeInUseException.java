package org.commonsregistry.home;

import java.nio.file.Path;

/** Another process holds this home. */
public final class HomeInUseException extends RuntimeException {
  HomeInUseException(Path home) {
    super(
        "The home "
            + home
            + " is in use by another process. Go through that server (--registry URL), or stop it first.");
  }
}
