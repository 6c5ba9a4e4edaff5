package org.commonsregistry.web;

import java.util.List;

/**
 * How else sources word what a page shows; all of them stand in the record's provenance.
 *
 * @param first the first of them
 * @param total how many there are
 * @param all where all are
 */
public record OtherWordings(List<Worded> first, int total, String all) {
  private static final int SHOWN = 3;

  static OtherWordings of(List<Worded> wordings, String provenance) {
    return new OtherWordings(
        wordings.stream().limit(SHOWN).toList(), wordings.size(), provenance + "#wordings");
  }
}
