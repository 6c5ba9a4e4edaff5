package org.commonsregistry.terms.preference;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.commonsregistry.terms.Preference;
import org.commonsregistry.terms.Source;
import org.commonsregistry.terms.Tokens;

/**
 * The forms in which publishers say what they ask for, each read by its own reader from the text as
 * it was found: header fields with or without their name, whole files.
 */
public enum SignalForm {
  CONTENT_USAGE,
  CONTENT_SIGNAL,
  CC_SIGNAL,
  TDMREP,
  RSL,
  ROBOTS;

  /** The longest text that is kept and read, in characters. */
  public static final int LONGEST = 1 << 16;

  private static final Pattern FIELD = Pattern.compile("(?im)^\\s*content-(usage|signal)\\s*:");
  private static final Pattern RESERVATION =
      Pattern.compile("(?im)^\\s*tdm-(reservation|policy)\\s*:[ \\t]*(\\S{0,2000})");

  public String token() {
    return Tokens.of(this);
  }

  public static Optional<SignalForm> of(String token) {
    return Tokens.find(SignalForm.class, token);
  }

  /** All tokens, for messages. */
  public static String tokens() {
    return Arrays.stream(values()).map(SignalForm::token).collect(Collectors.joining(", "));
  }

  /**
   * Which form a text has, when it says something in it. Prose has none, even if a reader would
   * guess at a wish in it.
   */
  public static Optional<SignalForm> recognised(String text) {
    if (text.length() > LONGEST) {
      return Optional.empty();
    }
    var start = text.strip().toLowerCase(Locale.ROOT);
    if (start.startsWith("user-agent:")) {
      return Optional.of(ROBOTS);
    }
    if (start.startsWith("tdm-reservation:")
        || start.startsWith("[") && start.contains("\"tdm-reservation\"")) {
      return Optional.of(TDMREP);
    }
    if (start.startsWith("<") && start.contains(RslDocument.NAMESPACE)) {
      return Optional.of(RSL);
    }
    if (start.startsWith("content-signal:")) {
      return Optional.of(CONTENT_SIGNAL);
    }
    var asked = start.contains("exceptions=cc-") ? CC_SIGNAL : CONTENT_USAGE;
    if (start.startsWith("content-usage:")) {
      return Optional.of(asked);
    }
    var nobody = Source.named("");
    if (StructuredDictionary.read(text).isEmpty()) {
      return Optional.empty();
    }
    if (!ContentUsage.read(nobody, text, "").wishes().isEmpty()) {
      return Optional.of(asked);
    }
    return ContentSignal.read(nobody, text, "").wishes().isEmpty()
        ? Optional.empty()
        : Optional.of(CONTENT_SIGNAL);
  }

  /**
   * What the text asks for. Of a file that speaks of many paths, everything that it says of any of
   * those given; of robots.txt what it says to every crawler.
   *
   * @param paths of what it is asked about, with leading slashes; at least one
   * @return at least one preference; one without wishes where nothing was understood or said
   */
  public List<Preference> read(
      Source source, String raw, String carrier, Collection<String> paths) {
    var read =
        switch (this) {
          case CONTENT_USAGE, CC_SIGNAL -> usage(source, raw, carrier, paths);
          case CONTENT_SIGNAL -> List.of(ContentSignal.read(source, bare(raw), carrier));
          case TDMREP -> reservations(source, raw, carrier, paths);
          case RSL -> licences(source, raw, paths);
          case ROBOTS -> robots(source, raw, paths);
        };
    if (read.isEmpty()) {
      return List.of(noted("other-path", String.join(", ", paths), source, raw, carrier));
    }
    var whole = this != ROBOTS;
    return read.stream().map(it -> kept(it, whole ? raw : it.raw(), carrier)).distinct().toList();
  }

  /** One field in several lines is one list (RFC 9110, 5.3); rules for paths count as in a file. */
  private static List<Preference> usage(
      Source source, String raw, String carrier, Collection<String> paths) {
    var parts = parts(raw);
    if (parts.stream().noneMatch(part -> part.startsWith("/"))) {
      return List.of(ContentUsage.read(source, String.join(", ", parts), carrier));
    }
    var file =
        "user-agent: *\n"
            + parts.stream().map(p -> "content-usage: " + p).collect(Collectors.joining("\n"));
    return robots(source, file, paths);
  }

  private static String bare(String raw) {
    return String.join(", ", parts(raw));
  }

  private static List<String> parts(String raw) {
    return FIELD
        .splitAsStream(raw)
        .map(part -> part.replaceAll("\\s+", " ").strip())
        .filter(part -> !part.isEmpty())
        .toList();
  }

  private static List<Preference> reservations(
      Source source, String raw, String carrier, Collection<String> paths) {
    var text = raw.strip();
    if (text.startsWith("[") || text.startsWith("{")) {
      return paths.stream()
          .flatMap(path -> TdmReservation.fromFile(source, text, path).stream())
          .toList();
    }
    if (text.startsWith("<")) {
      return List.of(
          TdmReservation.fromPage(source, text)
              .orElseGet(() -> noted("malformed", "tdm-reservation", source, raw, carrier)));
    }
    var values = new ArrayList<String>();
    Optional<String> policy = Optional.empty();
    var field = RESERVATION.matcher(text);
    while (field.find()) {
      if (field.group(1).equalsIgnoreCase("policy")) {
        policy = Optional.of(field.group(2)).filter(address -> !address.isEmpty());
      } else {
        values.add(field.group(2));
      }
    }
    var address = policy;
    return (values.isEmpty() ? List.of(text) : values)
        .stream()
            .map(value -> TdmReservation.read(source, value, address, Optional.empty(), carrier))
            .toList();
  }

  private static List<Preference> licences(Source source, String raw, Collection<String> paths) {
    return RslDocument.read(source, raw).stream()
        .filter(content -> concerns(content.url(), paths))
        .map(RslDocument.Content::preference)
        .toList();
  }

  private static boolean concerns(String url, Collection<String> paths) {
    var path = url.replaceFirst("(?i)^[a-z]{1,10}://[^/]*", "");
    return path.isEmpty() || paths.stream().anyMatch(new PathPattern(path)::matches);
  }

  private static List<Preference> robots(Source source, String raw, Collection<String> paths) {
    var read = new ArrayList<Preference>();
    for (var path : paths) {
      var reading = RobotsFile.read(source, raw, "*", path);
      read.addAll(reading.preferences());
      for (var licence : reading.licences()) {
        read.add(noted("policy-not-read", licence, source, "License: " + licence, ""));
      }
    }
    return read;
  }

  private static Preference noted(
      String note, String about, Source source, String raw, String carrier) {
    var findings = new Findings();
    findings.note(note, about);
    return findings.preference(source, raw, carrier, "signal-form/1");
  }

  private static Preference kept(Preference read, String raw, String carrier) {
    return new Preference(
        read.source(),
        raw,
        carrier.isBlank() ? read.carrier() : carrier,
        read.parser(),
        read.wishes(),
        read.notes());
  }
}
