package org.commonsregistry.terms.preference;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.commonsregistry.terms.Action;
import org.commonsregistry.terms.Preference;
import org.commonsregistry.terms.Preference.Stance;
import org.commonsregistry.terms.Source;

/**
 * Reads robots.txt for one crawler and one path: what it may fetch, and the usage preferences and
 * licence addresses beside that. Only the first 500 KiB count (RFC 9309).
 */
public final class RobotsFile {
  private static final int LONGEST = 500 * 1024;
  private static final String PARSER = "robots-rfc9309/1";

  /**
   * @param preferences one of each line that speaks of the path, the raw line kept
   * @param licences addresses of licence files (RSL)
   */
  public record Reading(List<Preference> preferences, List<String> licences) {
    public Reading {
      preferences = List.copyOf(preferences);
      licences = List.copyOf(licences);
    }
  }

  private record Line(String field, String value) {}

  private record Group(Set<String> agents, List<Line> rules) {}

  private RobotsFile() {}

  /**
   * @param agent the crawler's product token, e.g. {@code GPTBot}
   * @param path with a leading slash
   */
  public static Reading read(Source source, String text, String agent, String path) {
    var groups = new ArrayList<Group>();
    var licences = new ArrayList<String>();
    var heading = false;
    for (var line : lines(text)) {
      switch (line.field()) {
        case "user-agent" -> {
          if (!heading) {
            groups.add(new Group(new HashSet<>(), new ArrayList<>()));
          }
          groups.getLast().agents().add(line.value().toLowerCase(Locale.ROOT));
          heading = true;
        }
        case "license" -> {
          licences.add(line.value());
          heading = false;
        }
        case "allow", "disallow", "content-usage", "content-signal" -> {
          if (!groups.isEmpty()) {
            groups.getLast().rules().add(line);
          }
          heading = false;
        }
        default -> {}
      }
    }
    return new Reading(
        preferences(source, rules(groups, agent.toLowerCase(Locale.ROOT)), path), licences);
  }

  private static List<Line> lines(String text) {
    var lines = new ArrayList<Line>();
    var bounded = text.length() > LONGEST ? text.substring(0, LONGEST) : text;
    for (var line : bounded.split("\\r\\n|\\r|\\n", -1)) {
      var comment = line.indexOf('#');
      var rule = comment < 0 ? line : line.substring(0, comment);
      var colon = rule.indexOf(':');
      if (colon > 0) {
        lines.add(
            new Line(
                rule.substring(0, colon).strip().toLowerCase(Locale.ROOT),
                rule.substring(colon + 1).strip()));
      }
    }
    return lines;
  }

  /** The groups that name the crawler, else those for all. */
  private static List<Line> rules(List<Group> groups, String agent) {
    var named = groups.stream().filter(group -> group.agents().contains(agent)).toList();
    var chosen =
        named.isEmpty()
            ? groups.stream().filter(group -> group.agents().contains("*")).toList()
            : named;
    return chosen.stream().flatMap(group -> group.rules().stream()).toList();
  }

  private static List<Preference> preferences(Source source, List<Line> rules, String path) {
    var preferences = new ArrayList<Preference>();
    fetching(source, rules, path, preferences);
    var longest = -1;
    var usage = new ArrayList<Preference>();
    for (var rule : rules) {
      if (rule.field().equals("content-signal")) {
        preferences.add(ContentSignal.read(source, rule.value(), "robots.txt"));
      } else if (rule.field().equals("content-usage")) {
        var scoped = rule.value().startsWith("/");
        var parts = rule.value().split("\\s+", 2);
        var pattern = new PathPattern(scoped ? parts[0] : "");
        if (pattern.matches(path) && pattern.length() >= longest) {
          if (pattern.length() > longest) {
            usage.clear();
            longest = pattern.length();
          }
          var statement = !scoped ? rule.value() : parts.length == 2 ? parts[1] : "";
          usage.add(ContentUsage.read(source, statement, "robots.txt"));
        }
      }
    }
    preferences.addAll(usage);
    return preferences;
  }

  /** The longest rule counts, of equally long ones the one that allows. */
  private static void fetching(
      Source source, List<Line> rules, String path, List<Preference> preferences) {
    var length = -1;
    var raw = "";
    var allowed = true;
    for (var rule : rules) {
      var allow = rule.field().equals("allow");
      if (!allow && !rule.field().equals("disallow") || rule.value().isEmpty()) {
        continue;
      }
      var pattern = new PathPattern(rule.value());
      if (pattern.matches(path)
          && (pattern.length() > length || pattern.length() == length && allow)) {
        length = pattern.length();
        raw = rule.field() + ": " + rule.value();
        allowed = allow;
      }
    }
    if (!allowed) {
      var findings = new Findings();
      findings.wish(List.of(Action.ACCESS), Stance.DISALLOW, "disallow", false);
      preferences.add(findings.preference(source, raw, "robots.txt", PARSER));
    }
  }
}
