package org.commonsregistry.ruleset;

import java.util.List;

/** The root of a Merkle tree as in RFC 6962, section 2.1. */
final class MerkleTree {
  private static final byte[] LEAF = {0};
  private static final byte[] NODE = {1};

  private MerkleTree() {}

  /**
   * @param leaves at least one
   */
  static byte[] root(List<byte[]> leaves) {
    if (leaves.size() == 1) {
      return Sha256.of(LEAF, leaves.getFirst());
    }
    var left = Integer.highestOneBit(leaves.size() - 1);
    return Sha256.of(
        NODE, root(leaves.subList(0, left)), root(leaves.subList(left, leaves.size())));
  }
}
