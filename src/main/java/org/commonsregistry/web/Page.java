package org.commonsregistry.web;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.commonsregistry.rdf.BaseIri;

/**
 * What the frame around every page needs to know, and what templates use to say things: words,
 * numbers and addresses in the reader's language. Immutable.
 *
 * @param settings the reader's choices and the portal's own things
 * @param title in the browser's tab, without the name of the portal; empty on the home page
 * @param description for search engines, may be empty
 * @param section marked in the navigation
 * @param links for the head of the document
 * @param jsonLd structured data for the head, may be empty
 * @param indexed whether search engines should list it
 */
public record Page(
    Settings settings,
    String title,
    String description,
    Optional<Section> section,
    List<Link> links,
    String jsonLd,
    boolean indexed) {

  /** What every page of one request shares. */
  public record Settings(
      Messages messages, Theme theme, Address address, Assets assets, BaseIri base) {}

  /**
   * @param relation e.g. {@code alternate}
   * @param type media type, may be empty
   * @param href absolute or from the root
   * @param title may be empty
   */
  public record Link(String relation, String type, String href, String title) {}

  static Page of(Settings settings) {
    return new Page(settings, "", "", Optional.empty(), List.of(), "", true);
  }

  Page titled(String newTitle) {
    return new Page(settings, newTitle, description, section, links, jsonLd, indexed);
  }

  Page describedAs(String newDescription) {
    return new Page(settings, title, newDescription, section, links, jsonLd, indexed);
  }

  Page in(Section newSection) {
    return new Page(settings, title, description, Optional.of(newSection), links, jsonLd, indexed);
  }

  Page linking(String relation, String type, String href, String linkTitle) {
    var more = new ArrayList<>(links);
    more.add(new Link(relation, type, href, linkTitle));
    return new Page(settings, title, description, section, List.copyOf(more), jsonLd, indexed);
  }

  Page withJsonLd(String json) {
    // Inside a script element only "</" could end it early; JSON may write it this way.
    var safe = json.replace("</", "<\\/").replace("<!--", "<\\u0021--");
    return new Page(settings, title, description, section, links, safe, indexed);
  }

  Page notIndexed() {
    return new Page(settings, title, description, section, links, jsonLd, false);
  }

  /** The words of a key in the reader's language. */
  public String t(String key, Object... arguments) {
    return settings.messages().text(key, arguments);
  }

  public Language language() {
    return settings.messages().language();
  }

  public Theme theme() {
    return settings.theme();
  }

  public Formats formats() {
    return new Formats(settings.messages());
  }

  public String asset(String name) {
    return settings.assets().url(name);
  }

  /** This page in another language. */
  public String href(Language language) {
    return settings.address().with("lang", language.tag());
  }

  /** This page in another theme. */
  public String href(Theme theme) {
    return settings.address().with("theme", theme.token());
  }

  /** This page's own public address, whatever the reader's choices are. */
  public String canonical() {
    return absolute(settings.address().toString());
  }

  public String absolute(String path) {
    return settings.base().resolve(path);
  }
}
