package org.commonsregistry.http;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * An Accept header (RFC 9110, 12.5.1) as a preference over media types. Whatever cannot be
 * understood in it is passed over; a header in which nothing can be understood means "anything".
 * Immutable.
 */
public final class Accept {
  private static final int MOST_RANGES = 64;

  private final List<Range> ranges;

  private Accept(List<Range> ranges) {
    this.ranges = ranges;
  }

  public static Accept parse(@Nullable String header) {
    var ranges = new ArrayList<Range>();
    for (var part : header == null ? new String[0] : header.split(",", MOST_RANGES + 1)) {
      if (ranges.size() < MOST_RANGES) {
        Range.parse(part).ifPresent(ranges::add);
      }
    }
    return new Accept(List.copyOf(ranges));
  }

  /** The quality, 0 to 1, the client gives to a media type such as {@code text/turtle}. */
  public double quality(String mediaType) {
    if (ranges.isEmpty()) {
      return 1;
    }
    var specificity = -1;
    var quality = 0.0;
    for (var range : ranges) {
      var fit = range.fit(mediaType);
      if (fit > specificity || (fit == specificity && fit >= 0 && range.quality > quality)) {
        specificity = fit;
        quality = range.quality;
      }
    }
    return quality;
  }

  /** The one the client likes best; on a tie the first. Empty when it takes none of them. */
  public Optional<String> best(Collection<String> mediaTypes) {
    String best = null;
    var quality = 0.0;
    for (var type : mediaTypes) {
      var candidate = quality(type);
      if (candidate > quality) {
        best = type;
        quality = candidate;
      }
    }
    return Optional.ofNullable(best);
  }

  private record Range(String type, String subtype, double quality) {

    static Optional<Range> parse(String text) {
      var parts = text.split(";");
      var name = parts.length == 0 ? "" : parts[0].strip().toLowerCase(Locale.ROOT);
      // Some old clients send a lone * for anything.
      var full = name.equals("*") ? "*/*" : name;
      var slash = full.indexOf('/');
      if (slash <= 0 || slash == full.length() - 1) {
        return Optional.empty();
      }
      return Optional.of(
          new Range(full.substring(0, slash), full.substring(slash + 1), quality(parts)));
    }

    private static double quality(String[] parts) {
      for (var i = 1; i < parts.length; i++) {
        var parameter = parts[i].strip();
        if (parameter.regionMatches(true, 0, "q=", 0, 2)) {
          try {
            var value = Double.parseDouble(parameter.substring(2).strip());
            return value >= 0 ? Math.min(value, 1) : 0;
          } catch (NumberFormatException e) {
            return 1;
          }
        }
      }
      return 1;
    }

    /** 2 the very type, 1 its family, 0 anything, -1 not meant. */
    int fit(String mediaType) {
      var slash = mediaType.indexOf('/');
      if (type.equals("*")) {
        return 0;
      }
      if (!mediaType.substring(0, slash).equalsIgnoreCase(type)) {
        return -1;
      }
      if (subtype.equals("*")) {
        return 1;
      }
      return mediaType.substring(slash + 1).equalsIgnoreCase(subtype) ? 2 : -1;
    }
  }
}
