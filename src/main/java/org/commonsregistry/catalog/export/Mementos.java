package org.commonsregistry.catalog.export;

import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.MutableHttpResponse;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.commonsregistry.catalog.DatasetId;
import org.commonsregistry.catalog.DatasetListing;
import org.commonsregistry.catalog.DatasetVersion;
import org.commonsregistry.catalog.Datasets;
import org.commonsregistry.http.PageLinks;
import org.commonsregistry.http.ProblemException;
import org.commonsregistry.ledger.Ledger;
import org.commonsregistry.rdf.BaseIri;

/**
 * The versions of a dataset in time, as Memento (RFC 7089) sees them: {@code /datasets/x} is the
 * original and its own time gate, which answers Accept-Datetime with a redirect, and {@code
 * ?asOf=…} is a memento. Thread-safe.
 */
@Singleton
public final class Mementos {
  static final String ACCEPT_DATETIME = "Accept-Datetime";
  private static final String MEMENTO_DATETIME = "Memento-Datetime";
  private static final String VARY = "Accept, " + ACCEPT_DATETIME;

  /** RFC 9110, 5.6.7: two digits for the day, which Java's own RFC 1123 format does not keep to. */
  private static final DateTimeFormatter HTTP_DATE =
      DateTimeFormatter.ofPattern("EEE, dd MMM yyyy HH:mm:ss 'GMT'", Locale.ENGLISH);

  private final Datasets datasets;
  private final DatasetListing listing;
  private final Ledger ledger;
  private final BaseIri base;

  Mementos(Datasets datasets, DatasetListing listing, Ledger ledger, BaseIri base) {
    this.datasets = datasets;
    this.listing = listing;
    this.ledger = ledger;
    this.base = base;
  }

  /** What a request for a dataset asks for. */
  public sealed interface Asked {

    /**
     * A version to show.
     *
     * @param past whether a past state was asked for, even if it is the standing one
     * @param history every version, oldest first
     */
    record Version(DatasetVersion version, boolean past, List<DatasetVersion> history)
        implements Asked {

      public boolean superseded() {
        return version.sequence() != history.getLast().sequence();
      }

      public Instant firstRecorded() {
        return history.getFirst().recordedAt();
      }
    }

    /** The time gate's answer, to be sent as it is. */
    record Elsewhere(HttpResponse<?> redirect) implements Asked {}
  }

  /** Throws the 404 or 410 to send when there is nothing to show. */
  public Asked resolve(HttpRequest<?> request, DatasetId id) {
    var history = history(id);
    var asOf = request.getParameters().get("asOf");
    var wanted = request.getHeaders().get(ACCEPT_DATETIME);
    if (asOf != null) {
      return past(history, AsOf.sequence(asOf.strip(), ledger), id);
    }
    return wanted == null ? standing(history) : gate(request, history, wanted);
  }

  /** Every version, oldest first; 404 when there is none. */
  public List<DatasetVersion> history(DatasetId id) {
    var history = datasets.history(id);
    if (history.isEmpty()) {
      throw unknown(id.slug());
    }
    return history;
  }

  private ProblemException unknown(String slug) {
    var near = listing.near(slug, 3).stream().map(it -> "/datasets/" + it.slug()).toList();
    return ProblemException.notFound("There is no dataset '" + slug + "' in this registry.")
        .remedy(
            near.isEmpty()
                ? "Look for it at /search?q=" + slug + "."
                : "Did you mean "
                    + String.join(", ", near)
                    + "? Or look for it at /search?q="
                    + slug
                    + ".");
  }

  private static Asked standing(List<DatasetVersion> history) {
    return shown(history.getLast(), false, history);
  }

  private static Asked past(List<DatasetVersion> history, long sequence, DatasetId id) {
    var standing = at(history, sequence);
    if (standing == null) {
      var first = history.getFirst();
      throw ProblemException.notFound("The dataset '" + id + "' was not yet in the registry then.")
          .remedy(
              "Its first version is ?asOf="
                  + first.sequence()
                  + ", of "
                  + first.recordedAt()
                  + ".");
    }
    return shown(standing, true, history);
  }

  private static @org.jspecify.annotations.Nullable DatasetVersion at(
      List<DatasetVersion> history, long sequence) {
    DatasetVersion standing = null;
    for (var version : history) {
      if (version.sequence() <= sequence) {
        standing = version;
      }
    }
    return standing;
  }

  private static Asked shown(DatasetVersion version, boolean past, List<DatasetVersion> history) {
    if (version.withdrawn()) {
      var earlier = history.get(Math.max(0, history.indexOf(version) - 1));
      throw ProblemException.gone(
              "The dataset '"
                  + version.id()
                  + "' was withdrawn on "
                  + version.recordedAt()
                  + (version.reason().isBlank() ? "." : ": " + version.reason()))
          .kind("withdrawn", "Withdrawn")
          .remedy(
              "Remove copies you hold. What was said about it before is at ?asOf="
                  + earlier.sequence()
                  + ".");
    }
    return new Asked.Version(version, past, history);
  }

  private Asked gate(HttpRequest<?> request, List<DatasetVersion> history, String wanted) {
    var version = at(history, AsOf.accepted(wanted, ledger));
    var chosen = version == null ? history.getFirst() : version;
    var there = PageLinks.with(request, "asOf", Long.toString(chosen.sequence()));
    var response =
        HttpResponse.status(io.micronaut.http.HttpStatus.FOUND)
            .header(HttpHeaders.LOCATION, there.toString())
            .header(HttpHeaders.VARY, VARY)
            .header(HttpHeaders.LINK, String.join(", ", links(chosen, history)));
    return new Asked.Elsewhere(response);
  }

  /**
   * Dates an answer and links it to its earlier and later states; {@code more} are further links.
   */
  public <T> MutableHttpResponse<T> dated(
      MutableHttpResponse<T> response, Asked.Version asked, List<String> more) {
    var links = new ArrayList<>(more);
    links.addAll(links(asked.version(), asked.history()));
    var recorded = http(asked.version().recordedAt());
    if (asked.past()) {
      response.header(MEMENTO_DATETIME, recorded);
    }
    return response
        .header(HttpHeaders.LAST_MODIFIED, recorded)
        .header(HttpHeaders.VARY, VARY)
        .header(HttpHeaders.LINK, String.join(", ", links));
  }

  private List<String> links(DatasetVersion version, List<DatasetVersion> history) {
    var original = base.toPublic(version.id().iri());
    var links = new ArrayList<String>();
    links.add("<" + original + ">; rel=\"original timegate\"");
    links.add("<" + original + "/timemap>; rel=\"timemap\"; type=\"application/link-format\"");
    var here = history.indexOf(version);
    for (var i = 0; i < history.size(); i++) {
      var relations = relations(i, here, history.size());
      if (!relations.isEmpty()) {
        links.add(memento(original, history.get(i), relations));
      }
    }
    return links;
  }

  private static String relations(int i, int here, int size) {
    var relations = new ArrayList<String>();
    if (i == 0) {
      relations.add("first");
    }
    if (i == size - 1) {
      relations.add("last");
    }
    if (i == here - 1) {
      relations.add("prev");
    }
    if (i == here + 1) {
      relations.add("next");
    }
    return relations.isEmpty() && i != here ? "" : String.join(" ", relations) + " memento";
  }

  private static String memento(String original, DatasetVersion version, String relations) {
    return "<"
        + original
        + "?asOf="
        + version.sequence()
        + ">; rel=\""
        + relations.strip()
        + "\"; datetime=\""
        + http(version.recordedAt())
        + "\"";
  }

  /** Every memento, as {@code application/link-format}. */
  String timeMap(DatasetId id) {
    var history = history(id);
    var original = base.toPublic(id.iri());
    var lines = new ArrayList<String>();
    lines.add("<" + original + ">; rel=\"original timegate\"");
    lines.add(
        "<"
            + original
            + "/timemap>; rel=\"self\"; type=\"application/link-format\"; from=\""
            + http(history.getFirst().recordedAt())
            + "\"; until=\""
            + http(history.getLast().recordedAt())
            + "\"");
    for (var i = 0; i < history.size(); i++) {
      var relations = relations(i, i, history.size());
      lines.add(memento(original, history.get(i), relations));
    }
    return String.join(",\n", lines) + "\n";
  }

  private static String http(Instant instant) {
    return HTTP_DATE.format(instant.atZone(ZoneOffset.UTC));
  }
}
