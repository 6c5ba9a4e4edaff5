package org.commonsregistry.ruleset;

/**
 * Where something stands in a source file.
 *
 * @param line from 1
 * @param column from 1
 */
public record Position(String file, int line, int column) {
  @Override
  public String toString() {
    return file + ":" + line + ":" + column;
  }
}
