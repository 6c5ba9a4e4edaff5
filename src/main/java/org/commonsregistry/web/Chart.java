package org.commonsregistry.web;

import java.util.List;

/**
 * Counts as a picture, and as a table behind it.
 *
 * @param unit heading of the first column of the table
 * @param shown in the picture
 * @param all in the table
 * @param note what the table leaves out, may be empty
 */
public record Chart(String title, String unit, List<Bar> shown, List<Bar> all, String note) {

  /**
   * @param index position, from 0
   * @param href the datasets behind it
   * @param width percent of the longest
   */
  public record Bar(int index, String label, String href, long count, double width) {}
}
