package org.commonsregistry.sparql;

import java.io.InputStream;

/** An answer ready to be sent. */
sealed interface Answer {

  /** Known to the last byte. */
  record Whole(byte[] bytes) implements Answer {}

  /** Still being computed; reading fails if it cannot be completed. */
  record Streamed(InputStream stream) implements Answer {}
}
