package org.commonsregistry.identity;

import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.Base64;
import org.commonsregistry.home.Home;

/**
 * The secret that may write, made at first start and kept in {@code <home>/operator-token} (owner
 * only). Immutable.
 */
@Singleton
public final class OperatorToken {
  private static final int BYTES = 32;
  private final byte[] secret;

  OperatorToken(Home home) {
    secret = load(home.root().resolve("operator-token")).getBytes(StandardCharsets.US_ASCII);
  }

  public String value() {
    return new String(secret, StandardCharsets.US_ASCII);
  }

  /** In constant time. */
  public boolean matches(String presented) {
    return MessageDigest.isEqual(secret, presented.getBytes(StandardCharsets.UTF_8));
  }

  private static String load(Path file) {
    try {
      if (Files.exists(file)) {
        return Files.readString(file).strip();
      }
      var random = new byte[BYTES];
      new SecureRandom().nextBytes(random);
      var token = Base64.getUrlEncoder().withoutPadding().encodeToString(random);
      var part = file.resolveSibling("operator-token.part");
      Files.deleteIfExists(part);
      if (file.getFileSystem().supportedFileAttributeViews().contains("posix")) {
        Files.createFile(
            part,
            PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
      }
      Files.writeString(part, token);
      Files.move(part, file, StandardCopyOption.ATOMIC_MOVE);
      return token;
    } catch (IOException e) {
      throw new UncheckedIOException(
          "The operator token in " + file + " cannot be read or made.", e);
    }
  }
}
