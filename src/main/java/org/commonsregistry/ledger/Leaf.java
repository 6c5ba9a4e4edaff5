package org.commonsregistry.ledger;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;

/**
 * The 32 bytes by which an entry is known to the transparency log, format version 1 of {@code
 * docs/ledger.md}:
 *
 * <pre>
 * commitment = SHA-256( salt(32) ‖ field(who) ‖ field(when) ‖ field(subject) ‖ field(payload) )
 * leaf       = SHA-256( 0x01 ‖ field(kind) ‖ commitment )
 * field(x)   = length of x in bytes as unsigned 32-bit big-endian ‖ x
 * </pre>
 *
 * <p>This can never change for entries already written; a new format gets a new version byte.
 */
public final class Leaf {
  public static final byte VERSION = 1;
  public static final int SALT_BYTES = 32;

  private static final DateTimeFormatter WHEN =
      DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss.SSSSSS'Z'").withZone(ZoneOffset.UTC);

  private Leaf() {}

  public static byte[] of(
      EntryKind kind, Actor who, Instant when, String subject, byte[] payload, byte[] salt) {
    var inner = sha256();
    inner.update(salt);
    field(inner, utf8(who.id()));
    field(inner, utf8(when(when)));
    field(inner, utf8(subject));
    field(inner, payload);
    var outer = sha256();
    outer.update(VERSION);
    field(outer, utf8(kind.token()));
    return outer.digest(inner.digest());
  }

  /** UTC with exactly six decimals: sorts as text and hashes the same on every machine. */
  static String when(Instant instant) {
    return WHEN.format(instant.truncatedTo(ChronoUnit.MICROS));
  }

  private static void field(MessageDigest digest, byte[] bytes) {
    digest.update(ByteBuffer.allocate(4).putInt(bytes.length).flip());
    digest.update(bytes);
  }

  private static byte[] utf8(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  private static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }
}
