package org.commonsregistry.holdings.intake;

import java.util.zip.CRC32C;

/**
 * Notices texts that came before in the same file, by 64 bits of checksum each, as long as there
 * are not more than {@value #MOST}. Also keeps a trace of all texts so far. Not thread-safe.
 */
final class Repeats {
  private static final int MOST = 4_000_000;

  private long[] table = new long[1 << 12];
  private int size;
  private long found;
  private long trace;

  void add(RawText text) {
    var hash = hash(text);
    trace = trace * 31 + hash;
    if (size >= MOST) {
      return;
    }
    if (!put(table, hash)) {
      found++;
      return;
    }
    size++;
    if (size > table.length / 2) {
      var larger = new long[table.length * 2];
      for (var known : table) {
        if (known != 0) {
          put(larger, known);
        }
      }
      table = larger;
    }
  }

  private static long hash(RawText text) {
    var crc = new CRC32C();
    crc.update(text.utf8());
    var hash = (long) text.text().hashCode() << 32 | crc.getValue();
    return hash == 0 ? 1 : hash;
  }

  /** Whether it was not there. */
  private static boolean put(long[] table, long hash) {
    var mask = table.length - 1;
    var at = (int) (hash ^ hash >>> 29) & mask;
    while (table[at] != 0) {
      if (table[at] == hash) {
        return false;
      }
      at = (at + 1) & mask;
    }
    table[at] = hash;
    return true;
  }

  long found() {
    return found;
  }

  long trace() {
    return trace;
  }
}
