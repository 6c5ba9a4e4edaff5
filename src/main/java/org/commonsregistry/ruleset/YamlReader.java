package org.commonsregistry.ruleset;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.NoSuchElementException;
import java.util.Optional;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.api.lowlevel.Parse;
import org.snakeyaml.engine.v2.events.AliasEvent;
import org.snakeyaml.engine.v2.events.CollectionStartEvent;
import org.snakeyaml.engine.v2.events.Event;
import org.snakeyaml.engine.v2.events.MappingStartEvent;
import org.snakeyaml.engine.v2.events.NodeEvent;
import org.snakeyaml.engine.v2.events.ScalarEvent;
import org.snakeyaml.engine.v2.exceptions.Mark;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;

/**
 * Reads one document of the part of YAML 1.2 (https://yaml.org/spec/1.2.2/) that says the same to
 * everybody: no anchors, aliases or tags, no key twice, bounded depth.
 */
final class YamlReader {
  static final int DEEPEST = 32;

  private final String file;
  private final Iterator<Event> events;

  private YamlReader(String file, Iterator<Event> events) {
    this.file = file;
    this.events = events;
  }

  /**
   * @throws RefusedException at the first thing that is not allowed
   */
  static Yaml read(Source source) {
    var settings =
        LoadSettings.builder().setLabel(source.path()).setCodePointLimit(Integer.MAX_VALUE).build();
    try {
      var events = new Parse(settings).parseString(source.text()).iterator();
      return new YamlReader(source.path(), events).document();
    } catch (MarkedYamlEngineException e) {
      throw new RefusedException(
          at(source.path(), e.getProblemMark()),
          "This is not YAML: " + e.getProblem() + ".",
          "Look at this line and the one before it: indentation, quotes, brackets.");
    } catch (YamlEngineException e) {
      throw new RefusedException(
          new Fault(
              source.path(),
              0,
              0,
              "This is not YAML: " + String.valueOf(e.getMessage()).lines().findFirst().orElse(""),
              "Save the file as UTF-8 text without control characters."));
    }
  }

  private Yaml document() {
    expect(Event.ID.StreamStart);
    var start = events.next();
    if (start.getEventId() == Event.ID.StreamEnd) {
      throw new RefusedException(
          new Position(file, 1, 1), "The file is empty.", "Write something into it or remove it.");
    }
    var root = node(events.next(), 1);
    expect(Event.ID.DocumentEnd);
    var after = events.next();
    if (after.getEventId() != Event.ID.StreamEnd) {
      throw new RefusedException(
          at(after), "A second document begins.", "Remove the line '---' or use another file.");
    }
    return root;
  }

  private void expect(Event.ID expected) {
    var next = events.next();
    if (next.getEventId() != expected) {
      throw new NoSuchElementException("expected " + expected + ", found " + next.getEventId());
    }
  }

  private Yaml node(Event event, int depth) {
    var at = at(event);
    if (depth > DEEPEST) {
      throw new RefusedException(
          at, "This is nested deeper than " + DEEPEST + " levels.", "Split the condition.");
    }
    refuseWhatIsNotPlain(event, at);
    return switch (event) {
      case ScalarEvent scalar -> scalar(scalar, at);
      case MappingStartEvent start -> mapping(at, depth);
      default -> listing(at, depth);
    };
  }

  private static void refuseWhatIsNotPlain(Event event, Position at) {
    if (event instanceof AliasEvent
        || event instanceof NodeEvent node && node.getAnchor().isPresent()) {
      throw new RefusedException(
          at, "Anchors (&) and aliases (*) are not allowed.", "Write the text out, or quote it.");
    }
    var tag =
        switch (event) {
          case ScalarEvent scalar -> scalar.getTag();
          case CollectionStartEvent start -> start.getTag();
          default -> Optional.<String>empty();
        };
    if (tag.isPresent()) {
      throw new RefusedException(
          at, "Tags such as " + tag.get() + " are not allowed.", "Leave the tag out.");
    }
  }

  private static Yaml scalar(ScalarEvent event, Position at) {
    var scalar = new Yaml.Scalar(event.getValue(), event.isPlain(), at);
    if (scalar.otherNumber()) {
      throw new RefusedException(
          at,
          scalar.shown() + " is not a whole number of up to nine digits.",
          "Write whole numbers, and put versions and identifiers in quotes.");
    }
    return scalar;
  }

  private Yaml mapping(Position at, int depth) {
    var entries = new LinkedHashMap<String, Yaml.Entry>();
    for (var next = events.next(); next.getEventId() != Event.ID.MappingEnd; next = events.next()) {
      var key = at(next);
      if (!(node(next, depth + 1) instanceof Yaml.Scalar name)) {
        throw new RefusedException(key, "A key is a mapping or a list.", "Use a word as key.");
      }
      var value = node(events.next(), depth + 1);
      var before = entries.putIfAbsent(name.text(), new Yaml.Entry(key, value));
      if (before != null) {
        throw new RefusedException(
            key,
            "The key '" + name.text() + "' was used before, in line " + before.key().line() + ".",
            "Keep one of the two.");
      }
    }
    return new Yaml.Mapping(entries, at);
  }

  private Yaml listing(Position at, int depth) {
    var items = new ArrayList<Yaml>();
    for (var next = events.next();
        next.getEventId() != Event.ID.SequenceEnd;
        next = events.next()) {
      items.add(node(next, depth + 1));
    }
    return new Yaml.Listing(items, at);
  }

  private Position at(Event event) {
    return at(file, event.getStartMark());
  }

  private static Position at(String file, Optional<Mark> mark) {
    return mark.map(m -> new Position(file, m.getLine() + 1, m.getColumn() + 1))
        .orElse(new Position(file, 1, 1));
  }
}
