package org.commonsregistry.blob;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/**
 * The name of a blob.
 *
 * @param sha256 of its bytes, 64 lower-case hexadecimal digits
 */
public record BlobId(String sha256) {
  public BlobId {
    if (!valid(sha256)) {
      throw new IllegalArgumentException("not a SHA-256 in lower-case hexadecimal: " + sha256);
    }
  }

  public static boolean valid(String sha256) {
    return sha256.length() == 64
        && sha256.chars().allMatch(c -> c >= '0' && c <= '9' || c >= 'a' && c <= 'f');
  }

  /** The name these bytes have. */
  public static BlobId of(byte[] bytes) {
    return ofDigest(digest().digest(bytes));
  }

  /** The name for a digest that was computed elsewhere. */
  public static BlobId ofDigest(byte[] digest) {
    return new BlobId(HexFormat.of().formatHex(digest));
  }

  /** A fresh SHA-256. */
  public static MessageDigest digest() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }

  @Override
  public String toString() {
    return sha256;
  }
}
