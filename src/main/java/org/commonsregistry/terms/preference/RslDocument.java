package org.commonsregistry.terms.preference;

import java.io.StringReader;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Deque;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.commonsregistry.terms.Preference;
import org.commonsregistry.terms.Source;

/**
 * Reads Really Simple Licensing 1.0. A document type or an external entity is refused, size, depth
 * and number of elements are bounded, and a document that breaks off says nothing at all.
 */
public final class RslDocument {
  static final String PARSER = "rsl-1.0/1";
  static final String NAMESPACE = "https://rslstandard.org/rsl";
  private static final int LONGEST = 500_000;
  private static final int DEEPEST = 20;
  private static final int MOST = 10_000;

  /** What is said of one address or pattern of addresses. */
  public record Content(String url, Preference preference) {}

  private final Deque<String> open = new ArrayDeque<>();
  private final List<Content> contents = new ArrayList<>();
  private final Source source;
  private final String raw;
  private String url = "";
  private List<RslLicence> licences = new ArrayList<>();
  private Optional<RslLicence> licence = Optional.empty();
  private String type = "";
  private final StringBuilder text = new StringBuilder();

  private RslDocument(Source source, String raw) {
    this.source = source;
    this.raw = raw;
  }

  /** One for each content element; a single one with a note when it cannot be read. */
  public static List<Content> read(Source source, String xml) {
    if (xml.length() > LONGEST) {
      return unreadable(source, xml, "too long");
    }
    try {
      return new RslDocument(source, xml).contents();
    } catch (XMLStreamException e) {
      return unreadable(source, xml, "not well-formed, or with a document type");
    }
  }

  private List<Content> contents() throws XMLStreamException {
    var factory = XMLInputFactory.newDefaultFactory();
    factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
    factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
    factory.setXMLResolver(
        (publicId, systemId, base, namespace) -> {
          throw new XMLStreamException("external entities are refused");
        });
    var reader = factory.createXMLStreamReader(new StringReader(raw));
    var elements = 0;
    while (reader.hasNext()) {
      switch (reader.next()) {
        case XMLStreamConstants.DTD, XMLStreamConstants.ENTITY_REFERENCE ->
            throw new XMLStreamException("a document type is refused");
        case XMLStreamConstants.START_ELEMENT -> {
          if (++elements > MOST || open.size() == DEEPEST) {
            return unreadable(source, raw, "too many elements, or too deep");
          }
          opened(reader);
        }
        case XMLStreamConstants.END_ELEMENT -> closed();
        case XMLStreamConstants.CHARACTERS -> text.append(reader.getText());
        default -> {}
      }
    }
    return contents.isEmpty() ? unreadable(source, raw, "no content element") : contents;
  }

  private void opened(XMLStreamReader reader) {
    var ours = NAMESPACE.equals(reader.getNamespaceURI()) || reader.getNamespaceURI() == null;
    var name = ours ? reader.getLocalName() : "";
    open.push(name);
    text.setLength(0);
    switch (name) {
      case "content" -> {
        url = attribute(reader, "url");
        licences = new ArrayList<>();
      }
      case "license" -> licence = Optional.of(new RslLicence());
      case "permits", "prohibits", "payment" -> type = attribute(reader, "type");
      default -> {}
    }
    if (name.equals("payment")) {
      licence.ifPresent(l -> l.payment(type));
    }
  }

  private void closed() {
    var name = open.pop();
    var tokens =
        Arrays.stream(text.toString().toLowerCase(Locale.ROOT).split("[\\s,]+"))
            .filter(token -> !token.isEmpty())
            .toList();
    text.setLength(0);
    switch (name) {
      case "permits" -> licence.ifPresent(l -> l.permits(type, tokens));
      case "prohibits" -> licence.ifPresent(l -> l.prohibits(type, tokens));
      case "license" -> {
        licence.ifPresent(licences::add);
        licence = Optional.empty();
      }
      case "content" -> {
        var findings = new Findings();
        licences.forEach(l -> l.wishes(findings));
        contents.add(new Content(url, findings.preference(source, raw, "RSL document", PARSER)));
      }
      default -> {}
    }
  }

  private static String attribute(XMLStreamReader reader, String name) {
    return Optional.ofNullable(reader.getAttributeValue(null, name)).orElse("").strip();
  }

  private static List<Content> unreadable(Source source, String raw, String why) {
    var findings = new Findings();
    findings.note("malformed", why);
    return List.of(new Content("", findings.preference(source, raw, "RSL document", PARSER)));
  }
}
