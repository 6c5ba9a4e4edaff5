package org.commonsregistry.catalog.export;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.List;
import org.commonsregistry.catalog.DatasetVersion;
import org.commonsregistry.http.Representation;
import org.commonsregistry.rdf.BaseIri;

/**
 * FAIR Signposting (https://signposting.org/FAIR/, level 2): typed links by which a machine finds a
 * dataset's name, descriptions, licence and files from its page. Thread-safe.
 */
@Singleton
public final class Signposting {
  static final List<Representation> DESCRIPTIONS =
      List.of(
          Representation.TURTLE,
          Representation.JSON_LD,
          Representation.N_TRIPLES,
          Representation.RDF_XML,
          Representation.N_QUADS,
          Representation.TRIG);
  static final String CROISSANT = "http://mlcommons.org/croissant/1.1";
  private static final String PROFILE = "https://semiceu.github.io/DCAT-AP/releases/3.0.1/";
  private static final int MOST_ITEMS_IN_A_HEADER = 20;

  private final BaseIri base;

  Signposting(BaseIri base) {
    this.base = base;
  }

  /** One typed link; empty texts are left out. */
  record Link(String relation, String target, String type, String profile) {
    static Link to(String relation, String target) {
      return new Link(relation, target, "", "");
    }

    String header() {
      return "<"
          + target
          + ">; rel=\""
          + relation
          + "\""
          + (type.isEmpty() ? "" : "; type=\"" + type + "\"")
          + (profile.isEmpty() ? "" : "; profile=\"" + profile + "\"");
    }
  }

  /** Links for the page about a dataset, as values of a Link header. */
  public List<String> onPage(DatasetVersion version) {
    var links = new ArrayList<>(about(version));
    var items = items(version);
    // More than fit into a header stand in the link set only.
    links.addAll(items.subList(0, Math.min(items.size(), MOST_ITEMS_IN_A_HEADER)));
    links.add(linkSet(version));
    return links.stream().map(Link::header).toList();
  }

  /** Links for a description of a dataset, back to its page. */
  List<String> onDescription(DatasetVersion version) {
    var links = new ArrayList<Link>();
    links.add(Link.to("cite-as", page(version)));
    links.add(describes(version));
    licence(version, links);
    links.add(linkSet(version));
    return links.stream().map(Link::header).toList();
  }

  private List<Link> about(DatasetVersion version) {
    var links = new ArrayList<Link>();
    links.add(Link.to("cite-as", page(version)));
    links.add(Link.to("type", "https://schema.org/Dataset"));
    links.add(Link.to("type", "https://schema.org/AboutPage"));
    links.addAll(descriptions(version));
    licence(version, links);
    return links;
  }

  private List<Link> descriptions(DatasetVersion version) {
    var links = new ArrayList<Link>();
    for (var form : DESCRIPTIONS) {
      var profile = form == Representation.N_QUADS || form == Representation.TRIG ? "" : PROFILE;
      links.add(
          new Link("describedby", page(version) + form.suffix(), form.mediaTypeName(), profile));
    }
    links.add(
        new Link(
            "describedby", page(version) + ".croissant.json", "application/ld+json", CROISSANT));
    return links;
  }

  private static void licence(DatasetVersion version, List<Link> links) {
    LicenceIris.single(version.dataset()).ifPresent(iri -> links.add(Link.to("license", iri)));
  }

  private List<Link> items(DatasetVersion version) {
    return DirectFile.of(version.dataset(), base).stream()
        .map(file -> new Link("item", file.distribution().downloadUrl(), file.mediaType(), ""))
        .distinct()
        .toList();
  }

  private Link describes(DatasetVersion version) {
    return new Link("describes", page(version), "text/html", "");
  }

  private Link linkSet(DatasetVersion version) {
    return new Link("linkset", page(version) + "/linkset", "application/linkset+json", "");
  }

  private String page(DatasetVersion version) {
    return base.toPublic(version.id().iri());
  }

  /**
   * All links of the page and of each description as {@code application/linkset+json} (RFC 9264).
   */
  byte[] linkSetDocument(DatasetVersion version, ObjectMapper json) throws java.io.IOException {
    var set = json.createObjectNode();
    var contexts = set.putArray("linkset");
    var page = contexts.addObject().put("anchor", page(version));
    about(version).forEach(link -> put(page, link));
    items(version).forEach(link -> put(page, link));
    for (var description : descriptions(version)) {
      put(contexts.addObject().put("anchor", description.target()), describes(version));
    }
    return json.writerWithDefaultPrettyPrinter().writeValueAsBytes(set);
  }

  private static void put(ObjectNode context, Link link) {
    ArrayNode targets = context.withArray(link.relation());
    var target = targets.addObject().put("href", link.target());
    if (!link.type().isEmpty()) {
      target.put("type", link.type());
    }
    if (!link.profile().isEmpty()) {
      target.putArray("profile").add(link.profile());
    }
  }
}
