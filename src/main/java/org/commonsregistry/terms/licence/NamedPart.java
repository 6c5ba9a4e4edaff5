package org.commonsregistry.terms.licence;

import java.util.Optional;

/** Where in a row of words a licence is named. No meaning: words that only say that it is one. */
record NamedPart(Optional<Meaning> meaning, int from, int to) {
  static NamedPart of(Meaning meaning, int from, int to) {
    return new NamedPart(Optional.of(meaning), from, to);
  }
}
