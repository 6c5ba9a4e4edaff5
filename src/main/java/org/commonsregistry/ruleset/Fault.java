package org.commonsregistry.ruleset;

/**
 * Why a ruleset is refused.
 *
 * @param line from 1; 0 when the file as a whole is meant
 * @param column from 1; 0 when the file as a whole is meant
 * @param what what is wrong, one sentence
 * @param fix what to do about it, one sentence
 */
public record Fault(String file, int line, int column, String what, String fix) {
  @Override
  public String toString() {
    return (line == 0 ? file : file + ":" + line + ":" + column) + ": " + what + " " + fix;
  }
}
