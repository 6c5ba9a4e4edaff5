package org.commonsregistry.catalog.export;

import static org.commonsregistry.vocabulary.Terms.*;

import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.commonsregistry.catalog.Languages;
import org.commonsregistry.catalog.Places;

/**
 * Languages, places, file types, media types and themes under the names of their authorities, each
 * with type and label beside it, so that a document needs no other to be understood.
 */
final class Authorities {
  private static final String EU = "http://publications.europa.eu/resource/authority/";
  private static final String IANA = "https://www.iana.org/assignments/media-types/";
  private static final Pattern MEDIA_TYPE =
      Pattern.compile(
          "(application|audio|font|image|message|model|multipart|text|video)/"
              + "(?!x-)[a-z0-9][a-z0-9.+_-]*");
  private static final Map<String, String> FILE_TYPES =
      Map.ofEntries(
          Map.entry("csv", "CSV"),
          Map.entry("tsv", "TSV"),
          Map.entry("json", "JSON"),
          Map.entry("json-ld", "JSON_LD"),
          Map.entry("xml", "XML"),
          Map.entry("html", "HTML"),
          Map.entry("pdf", "PDF"),
          Map.entry("txt", "TXT"),
          Map.entry("text", "TXT"),
          Map.entry("plain text", "TXT"),
          Map.entry("zip", "ZIP"),
          Map.entry("xls", "XLS"),
          Map.entry("xlsx", "XLSX"),
          Map.entry("ods", "ODS"),
          Map.entry("rdf/xml", "RDF_XML"),
          Map.entry("turtle", "RDF_TURTLE"),
          Map.entry("n-triples", "RDF_N_TRIPLES"),
          Map.entry("geojson", "GEOJSON"),
          Map.entry("kml", "KML"),
          Map.entry("gml", "GML"),
          Map.entry("shapefile", "SHP"),
          Map.entry("netcdf", "NETCDF"),
          Map.entry("epub", "EPUB"),
          Map.entry("jpeg", "JPEG"),
          Map.entry("png", "PNG"),
          Map.entry("tiff", "TIFF"));
  private static final Map<String, String> THEMES =
      Map.ofEntries(
          Map.entry("AGRI", "Agriculture, fisheries, forestry and food"),
          Map.entry("ECON", "Economy and finance"),
          Map.entry("EDUC", "Education, culture and sport"),
          Map.entry("ENER", "Energy"),
          Map.entry("ENVI", "Environment"),
          Map.entry("GOVE", "Government and public sector"),
          Map.entry("HEAL", "Health"),
          Map.entry("INTR", "International issues"),
          Map.entry("JUST", "Justice, legal system and public safety"),
          Map.entry("REGI", "Regions and cities"),
          Map.entry("SOCI", "Population and society"),
          Map.entry("TECH", "Science and technology"),
          Map.entry("TRAN", "Transport"));

  private Authorities() {}

  /**
   * @param own the node to use for a language that has no code
   */
  static Node language(Triples out, String tag, Node own) {
    var node = Languages.authority(tag).map(NodeFactory::createURI).orElse(own);
    var name = Locale.forLanguageTag(tag.replace('_', '-')).getDisplayName(Locale.ENGLISH);
    out.type(node, LINGUISTIC_SYSTEM);
    out.text(node, PREF_LABEL, node.equals(own) || name.isEmpty() ? tag : name, "en");
    return node;
  }

  /**
   * @param own the node to use for a place that has no code
   */
  static Node place(Triples out, String codeOrName, Node own) {
    var authority = Places.authority(codeOrName);
    var node = authority.map(NodeFactory::createURI).orElse(own);
    out.type(node, LOCATION);
    if (authority.isEmpty()) {
      out.text(node, PREF_LABEL, codeOrName);
      return node;
    }
    var code = codeOrName.toUpperCase(Locale.ROOT);
    var name =
        code.equals("EU")
            ? "European Union"
            : Locale.of("", code).getDisplayCountry(Locale.ENGLISH);
    out.text(node, IDENTIFIER, code).text(node, PREF_LABEL, name, "en");
    return node;
  }

  /** The IANA name of a registered media type; a private one ({@code x-…}) has none. */
  static Optional<Node> mediaType(Triples out, String written) {
    var name = written.strip().toLowerCase(Locale.ROOT).split(";", 2)[0].strip();
    if (!MEDIA_TYPE.matcher(name).matches()) {
      return Optional.empty();
    }
    var node = NodeFactory.createURI(IANA + name);
    out.type(node, MEDIA_TYPE_CLASS).text(node, LABEL, name);
    return Optional.of(node);
  }

  /**
   * @param own the node to use for a format that is not in the list of file types
   */
  static Optional<Node> format(Triples out, String written, Node own) {
    if (written.isBlank()) {
      return Optional.empty();
    }
    var known = FILE_TYPES.get(written.strip().toLowerCase(Locale.ROOT));
    var node = known == null ? own : NodeFactory.createURI(EU + "file-type/" + known);
    out.type(node, MEDIA_TYPE_OR_EXTENT).text(node, LABEL, written.strip());
    return Optional.of(node);
  }

  /** Whether this is one of the data themes of the European portals; if so it is labelled. */
  static boolean theme(Triples out, Node node) {
    var prefix = EU + "data-theme/";
    var label =
        node.isURI() && node.getURI().startsWith(prefix)
            ? THEMES.get(node.getURI().substring(prefix.length()))
            : null;
    if (label == null) {
      return false;
    }
    out.type(node, CONCEPT).text(node, PREF_LABEL, label, "en");
    return true;
  }
}
