package org.commonsregistry.search.lucene;

import java.io.IOException;
import java.util.HashMap;
import java.util.Map;
import org.apache.lucene.index.DocValues;
import org.apache.lucene.index.IndexReader;
import org.commonsregistry.ruleset.Place;
import org.commonsregistry.search.FacetField;
import org.commonsregistry.search.SearchDocument;

/** The zone of each document of a page, by its number. */
final class PageZones {
  private PageZones() {}

  static Map<Integer, String> ofHeadline(IndexReader reader, int... documents) throws IOException {
    var zones = new HashMap<Integer, String>();
    for (var page : SegmentPage.of(reader, documents)) {
      var values = DocValues.getSortedSet(page.leaf().reader(), Fields.facet(FacetField.ZONE));
      for (var document : page.documents()) {
        if (values.advanceExact(document)) {
          zones.put(
              page.leaf().docBase + document, values.lookupOrd(values.nextOrd()).utf8ToString());
        }
      }
    }
    return zones;
  }

  static Map<Integer, String> at(
      Place place, Narrowing narrowing, IndexReader reader, int... documents) throws IOException {
    var zones = new HashMap<Integer, String>();
    for (var page : SegmentPage.of(reader, documents)) {
      for (var zone : TermQueries.ZONES) {
        var there = narrowing.zone(page.leaf(), place, zone);
        for (var document : page.documents()) {
          if (there.get(document)) {
            zones.put(page.leaf().docBase + document, zone);
          }
        }
      }
    }
    return zones;
  }

  static String of(Map<Integer, String> zones, int document) {
    return zones.getOrDefault(document, SearchDocument.UNCLASSIFIED);
  }
}
