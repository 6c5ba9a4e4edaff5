package org.commonsregistry.ledger;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;

/**
 * The Merkle tree hash of RFC 9162, section 2.1 (as in RFC 6962) with SHA-256: leaves are hashed
 * behind a byte 0, inner nodes behind a byte 1, and the left half of a list is the largest power of
 * two below its size.
 */
public final class MerkleTree {
  private MerkleTree() {}

  /** 32 bytes; of no leaves, the hash of nothing. */
  public static byte[] root(List<byte[]> leaves) {
    var sha256 = sha256();
    return leaves.isEmpty()
        ? sha256.digest()
        : of(leaves.stream().map(leaf -> leaf(sha256, leaf)).toList(), sha256);
  }

  /** 64 lower-case hexadecimal digits. */
  public static String rootHex(List<byte[]> leaves) {
    return HexFormat.of().formatHex(root(leaves));
  }

  private static byte[] leaf(MessageDigest sha256, byte[] leaf) {
    sha256.update((byte) 0);
    return sha256.digest(leaf);
  }

  private static byte[] of(List<byte[]> hashes, MessageDigest sha256) {
    if (hashes.size() == 1) {
      return hashes.getFirst();
    }
    var split = Integer.highestOneBit(hashes.size() - 1);
    var left = of(hashes.subList(0, split), sha256);
    var right = of(hashes.subList(split, hashes.size()), sha256);
    sha256.update((byte) 1);
    sha256.update(left);
    return sha256.digest(right);
  }

  private static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }
}
