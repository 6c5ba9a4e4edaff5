package org.commonsregistry.web;

import java.time.ZoneOffset;
import java.util.Locale;
import org.commonsregistry.catalog.Dataset;
import org.commonsregistry.catalog.DatasetVersion;

/**
 * How to cite the version of a dataset's record that somebody looked at. The record is cited, not
 * the data: what it says can change, so the version's own address and date are part of it.
 */
record Citation(String author, String title, String year, String version, String address) {

  static Citation of(DatasetVersion version, String language, String address) {
    var dataset = version.dataset();
    var recorded = version.recordedAt().atZone(ZoneOffset.UTC);
    return new Citation(
        dataset.steward().map(Dataset.Steward::name).orElse("Commons Registry"),
        dataset.title(language),
        Integer.toString(recorded.getYear()),
        Integer.toString(version.number()),
        address);
  }

  /** In the manner of the APA. */
  String text() {
    return author
        + ". ("
        + year
        + "). "
        + title
        + " (Version "
        + version
        + ") [Data set]. Commons Registry. "
        + address;
  }

  String bibtex(String key) {
    return "@misc{"
        + key
        + ",\n  author       = {{"
        + braced(author)
        + "}},\n  title        = {{"
        + braced(title)
        + "}},\n  year         = {"
        + year
        + "},\n  version      = {"
        + version
        + "},\n  howpublished = {Commons Registry},\n  url          = {"
        + address
        + "}\n}\n";
  }

  String ris() {
    return "TY  - DATA\r\nAU  - "
        + line(author)
        + "\r\nTI  - "
        + line(title)
        + "\r\nPY  - "
        + year
        + "\r\nET  - "
        + version
        + "\r\nDP  - Commons Registry\r\nUR  - "
        + address
        + "\r\nER  - \r\n";
  }

  String cff() {
    return "cff-version: 1.2.0\nmessage: Please cite this dataset as follows.\ntype: dataset\ntitle: "
        + quoted(title)
        + "\nauthors:\n  - name: "
        + quoted(author)
        + "\nversion: "
        + quoted(version)
        + "\nurl: "
        + quoted(address)
        + "\n";
  }

  private static String line(String text) {
    return text.replaceAll("\\s+", " ");
  }

  private static String braced(String text) {
    return line(text).replaceAll("[{}\\\\]", "").replaceAll("([%&#$_])", "\\\\$1");
  }

  private static String quoted(String text) {
    var escaped = line(text).replace("\\", "\\\\").replace("\"", "\\\"");
    return String.format(Locale.ROOT, "\"%s\"", escaped);
  }
}
