package org.commonsregistry.web;

import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;

/** Writes a small XML document. Not thread-safe. */
final class Xml {
  private final StringWriter text = new StringWriter();
  private final XMLStreamWriter out;

  private Xml() throws XMLStreamException {
    out = XMLOutputFactory.newFactory().createXMLStreamWriter(text);
  }

  /** What goes into an element. */
  @FunctionalInterface
  interface Content {
    void write(Xml xml);
  }

  static byte[] document(String root, String namespace, Content content) {
    try {
      var xml = new Xml();
      xml.out.writeStartDocument("UTF-8", "1.0");
      xml.out.writeStartElement(root);
      xml.out.writeDefaultNamespace(namespace);
      content.write(xml);
      xml.out.writeEndDocument();
      xml.out.close();
      return xml.text.toString().getBytes(StandardCharsets.UTF_8);
    } catch (XMLStreamException e) {
      throw new IllegalStateException(e);
    }
  }

  Xml attribute(String name, String value) {
    try {
      out.writeAttribute(name, printable(value));
      return this;
    } catch (XMLStreamException e) {
      throw new IllegalStateException(e);
    }
  }

  Xml element(String name, String value) {
    return element(name, xml -> xml.text(value));
  }

  Xml element(String name, Content content) {
    try {
      out.writeStartElement(name);
      content.write(this);
      out.writeEndElement();
      return this;
    } catch (XMLStreamException e) {
      throw new IllegalStateException(e);
    }
  }

  Xml text(String value) {
    try {
      out.writeCharacters(printable(value));
      return this;
    } catch (XMLStreamException e) {
      throw new IllegalStateException(e);
    }
  }

  /** XML 1.0 has no way to write control characters. */
  private static String printable(String value) {
    return value.replaceAll("[^\\t\\n\\r\\x20-\\uD7FF\\uE000-\\uFFFD\\x{10000}-\\x{10FFFF}]", "");
  }
}
