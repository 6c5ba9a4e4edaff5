package org.commonsregistry.fingerprint;

import static org.commonsregistry.fingerprint.UnicodeTable.APOSTROPHE;
import static org.commonsregistry.fingerprint.UnicodeTable.BREAK;
import static org.commonsregistry.fingerprint.UnicodeTable.HYPHEN;
import static org.commonsregistry.fingerprint.UnicodeTable.IGNORABLE;
import static org.commonsregistry.fingerprint.UnicodeTable.LETTER;
import static org.commonsregistry.fingerprint.UnicodeTable.MARK;
import static org.commonsregistry.fingerprint.UnicodeTable.NUMBER;
import static org.commonsregistry.fingerprint.UnicodeTable.SEQUENCE;
import static org.commonsregistry.fingerprint.UnicodeTable.SINGLE;
import static org.commonsregistry.fingerprint.UnicodeTable.SOFT_HYPHEN;
import static org.commonsregistry.fingerprint.UnicodeTable.SPACE;

/**
 * Walks over the tokens of a text: {@link #next} steps, the fields hold the token stepped to.
 * Sections 4 and 5 of {@code docs/fp1.md}. Words of ASCII take a short way; both ways give the
 * same. Not thread-safe; bounded memory whatever the text.
 */
final class Tokenizer {
  /** Factors of the two lanes of a token's hash. */
  static final int FACTOR_A = 0x9E3779B1;

  static final int FACTOR_B = 0x85EBCA77;
  static final int SEED_A = 0x2545F491;
  static final int SEED_B = 0x4F6CDD1D;

  /** Longest run of marks that is put in canonical order; later ones do not count. */
  private static final int MOST_MARKS = 32;

  private static final int IOTA_BELOW = 0x345;
  private static final int DOT_ABOVE = 0x307;
  private static final UnicodeTable TABLE = UnicodeTable.INSTANCE;
  private static final byte[] ASCII = TABLE.ascii;

  /** UTF-16 offsets of the token stepped to, the end exclusive. */
  int start;

  int end;

  /** The two lanes of its hash. */
  int a;

  int b;

  /** 2 for a word, 1 for a code point of a script without spaces. */
  int weight;

  private final String text;
  private int position;

  // The element being looked at: a code point after decomposition and folding, or 0 behind the end.
  private int element;
  private int kind;
  private int value;
  private int from;
  private boolean held;
  private int sequence;
  private int sequenceIndex;
  private int sequenceLength;

  private int base;
  private final int[] marks = new int[MOST_MARKS];
  private final int[] markClasses = new int[MOST_MARKS];
  private int markCount;

  Tokenizer(CharSequence text) {
    this.text = text.toString();
  }

  /** Steps to the next token; false behind the last. */
  boolean next() {
    if (held || sequenceIndex < sequenceLength) {
      return nextOfAny();
    }
    int i = position;
    int n = text.length();
    int c = 0;
    while (i < n && (c = text.charAt(i)) < 128 && ASCII[c] <= 0) {
      i++;
    }
    if (i == n || c >= 128) {
      position = i;
      return nextOfAny();
    }
    start = i;
    int x = SEED_A;
    int y = SEED_B;
    int folded = ASCII[c];
    int last;
    do {
      last = folded;
      x = x * FACTOR_A + folded;
      y = y * FACTOR_B + folded;
      c = ++i < n ? text.charAt(i) : ' ';
      folded = c < 128 ? ASCII[c] : -1;
    } while (folded > 0);
    a = x;
    b = y;
    end = i;
    position = i;
    weight = 2;
    if (folded < 0) {
      base = last;
      continueWord(last >= 'a' ? LETTER : NUMBER);
    } else {
      seal();
    }
    return true;
  }

  private boolean nextOfAny() {
    while (advance()) {
      if (kind == LETTER || kind == NUMBER) {
        begin(2);
        continueWord(kind);
        return true;
      }
      if (kind == SINGLE) {
        begin(1);
        continueSingle();
        return true;
      }
    }
    return false;
  }

  private void begin(int weight) {
    this.weight = weight;
    start = from;
    end = position;
    a = SEED_A;
    b = SEED_B;
    hash(UnicodeTable.folded(element, value));
  }

  /** What may come between two parts of one word decides about what follows it. */
  private void continueWord(int lastKind) {
    int pending = 0;
    while (advance()) {
      switch (kind) {
        case LETTER, NUMBER -> {
          boolean joins =
              pending == 0
                  || pending == APOSTROPHE
                  || pending == SOFT_HYPHEN
                  || (pending == BREAK && kind == LETTER);
          if (!joins) {
            held = true;
            finish();
            return;
          }
          flushMarks();
          hash(UnicodeTable.folded(element, value));
          lastKind = kind;
          end = position;
          pending = 0;
        }
        case MARK -> {
          if (pending != 0 && pending != SOFT_HYPHEN) {
            finish();
            return;
          }
          mark();
          end = position;
          pending = 0;
        }
        case IGNORABLE -> {}
        case SOFT_HYPHEN -> {
          if (pending == 0) {
            pending = SOFT_HYPHEN;
          } else if (pending != SOFT_HYPHEN) {
            finish();
            return;
          }
        }
        case APOSTROPHE -> {
          if (pending != 0 && pending != SOFT_HYPHEN) {
            finish();
            return;
          }
          pending = APOSTROPHE;
        }
        case HYPHEN -> {
          if ((pending != 0 && pending != SOFT_HYPHEN) || lastKind != LETTER) {
            finish();
            return;
          }
          pending = HYPHEN;
        }
        case SPACE -> {
          if (pending == SOFT_HYPHEN && lastKind == LETTER) {
            pending = HYPHEN;
          } else if (pending != HYPHEN && pending != BREAK) {
            finish();
            return;
          }
        }
        case BREAK -> {
          boolean second = pending == BREAK && element == '\n' && text.charAt(from - 1) == '\r';
          boolean first = pending == HYPHEN || (pending == SOFT_HYPHEN && lastKind == LETTER);
          if (!first && !second) {
            finish();
            return;
          }
          pending = BREAK;
        }
        default -> {
          held = kind == SINGLE;
          finish();
          return;
        }
      }
    }
    finish();
  }

  private void continueSingle() {
    while (advance()) {
      if (kind == MARK) {
        mark();
        end = position;
      } else if (kind != IGNORABLE && kind != SOFT_HYPHEN) {
        held = true;
        break;
      }
    }
    finish();
  }

  /** Looks at the next element; false behind the end. */
  private boolean advance() {
    if (held) {
      held = false;
      return true;
    }
    while (true) {
      if (sequenceIndex < sequenceLength) {
        element = TABLE.sequenceAt(sequence, sequenceIndex++);
        value = TABLE.value(element);
        kind = value & 15;
        return true;
      }
      if (position == text.length()) {
        return false;
      }
      from = position;
      element = text.codePointAt(position);
      position += Character.charCount(element);
      value = TABLE.value(element);
      kind = value & 15;
      if (kind != SEQUENCE) {
        return true;
      }
      sequence = value >>> 4;
      sequenceLength = TABLE.sequenceLength(sequence);
      sequenceIndex = 0;
    }
  }

  private void hash(int codePoint) {
    base = codePoint;
    mix(codePoint);
  }

  private void mix(int codePoint) {
    a = a * FACTOR_A + codePoint;
    b = b * FACTOR_B + codePoint;
  }

  /** Marks are put in canonical order: sorted by class, those of one class left in order. */
  private void mark() {
    int combining = value >>> 4;
    if (combining == 0) {
      flushMarks();
      hash(element);
      return;
    }
    if (markCount == MOST_MARKS) {
      return;
    }
    int place = markCount++;
    for (; place > 0 && markClasses[place - 1] > combining; place--) {
      marks[place] = marks[place - 1];
      markClasses[place] = markClasses[place - 1];
    }
    marks[place] = element;
    markClasses[place] = combining;
  }

  private void flushMarks() {
    for (int i = 0; i < markCount; i++) {
      int mark = marks[i];
      if (mark == IOTA_BELOW) {
        mix(0x3B9);
      } else if (mark != DOT_ABOVE || base != 'i') {
        mix(mark);
      }
    }
    markCount = 0;
  }

  private void finish() {
    flushMarks();
    seal();
  }

  private void seal() {
    a = fmix32(a);
    b = fmix32(b);
  }

  /** The finalizer of MurmurHash3. */
  static int fmix32(int hash) {
    int h = hash;
    h ^= h >>> 16;
    h *= 0x85EBCA6B;
    h ^= h >>> 13;
    h *= 0xC2B2AE35;
    return h ^ (h >>> 16);
  }
}
