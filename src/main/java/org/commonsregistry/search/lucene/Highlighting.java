package org.commonsregistry.search.lucene;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.commonsregistry.search.SearchResult.Highlighted;
import org.commonsregistry.search.SearchResult.Piece;
import org.commonsregistry.search.lucene.Places.Span;

/**
 * Marks where a question matches the texts of the hits of one page. Of several languages the text
 * with the most different matches is shown, of a long text its best part.
 */
final class Highlighting {
  private static final int LONGEST_SNIPPET = 240;
  private static final int BEFORE_MATCH = 60;
  private static final String CUT = "…";

  private final Places titles;
  private final Places descriptions;

  Highlighting(Snapshot snapshot, Set<String> terms, int[] documents) throws IOException {
    titles = new Places(snapshot, Fields.TITLE, terms, documents);
    descriptions = new Places(snapshot, Fields.DESCRIPTION, terms, documents);
  }

  /** The best title, marked. */
  Highlighted title(int document, List<String> texts) {
    return best(spans(titles.of(document), texts), texts, Integer.MAX_VALUE);
  }

  /** The best part of a description, marked; empty when there is no text. */
  Highlighted snippet(int document, List<String> texts) {
    return best(spans(descriptions.of(document), texts), texts, LONGEST_SNIPPET);
  }

  private static Highlighted best(List<List<Span>> spans, List<String> texts, int longest) {
    var best = -1;
    var most = -1L;
    for (int i = 0; i < texts.size(); i++) {
      var different = spans.get(i).stream().mapToInt(Span::term).distinct().count();
      if (different > most && !texts.get(i).isBlank()) {
        best = i;
        most = different;
      }
    }
    return best < 0
        ? new Highlighted(List.of())
        : window(texts.get(best), spans.get(best), longest);
  }

  /** The spans in each text; places run through all texts with one character between. */
  private static List<List<Span>> spans(List<Span> places, List<String> texts) {
    var spans = new ArrayList<List<Span>>();
    texts.forEach(text -> spans.add(new ArrayList<>()));
    for (var place : places) {
      var base = 0;
      for (int i = 0; i < texts.size(); i++) {
        var end = base + texts.get(i).length();
        if (place.start() < end && place.end() <= end) {
          spans.get(i).add(new Span(place.start() - base, place.end() - base, place.term()));
          break;
        }
        base = end + 1;
      }
    }
    return spans;
  }

  private static Highlighted window(String text, List<Span> spans, int longest) {
    if (text.length() <= longest) {
      return pieces(text, 0, text.length(), spans);
    }
    var from = bestStart(text, spans, longest);
    var to = Math.min(text.length(), from + longest);
    return pieces(text, atWord(text, from, 1), atWord(text, to, -1), spans);
  }

  /** The earliest start from which the most different matches are in reach. */
  private static int bestStart(String text, List<Span> spans, int longest) {
    var best = 0;
    var most = 0;
    for (int first = 0; first < spans.size(); first++) {
      var start = Math.max(0, spans.get(first).start() - BEFORE_MATCH);
      var different = new HashSet<Integer>();
      for (int i = first; i < spans.size() && spans.get(i).end() <= start + longest; i++) {
        different.add(spans.get(i).term());
      }
      if (different.size() > most) {
        most = different.size();
        best = start;
      }
    }
    return Math.min(best, text.length() - longest);
  }

  /** The nearest space in this direction, unless there is none nearby. */
  private static int atWord(String text, int from, int direction) {
    if (from <= 0 || from >= text.length()) {
      return Math.clamp(from, 0, text.length());
    }
    for (int at = from; Math.abs(at - from) < 25 && at > 0 && at < text.length(); at += direction) {
      if (Character.isWhitespace(text.charAt(at))) {
        return at;
      }
    }
    return Character.isLowSurrogate(text.charAt(from)) ? from - 1 : from;
  }

  private static Highlighted pieces(String text, int from, int to, List<Span> spans) {
    var pieces = new ArrayList<Piece>();
    var plain = new StringBuilder(from > 0 ? CUT : "");
    var at = from;
    for (int i = 0; i < spans.size(); i++) {
      var start = Math.max(at, spans.get(i).start());
      var end = spans.get(i).end();
      if (end > to || end <= at || spans.get(i).start() < from) {
        continue;
      }
      // Pairs of characters overlap: they are one match.
      while (i + 1 < spans.size()
          && spans.get(i + 1).start() <= end
          && spans.get(i + 1).end() <= to) {
        end = Math.max(end, spans.get(++i).end());
      }
      plain.append(text, at, start);
      if (!plain.isEmpty()) {
        pieces.add(new Piece(plain.toString(), false));
        plain.setLength(0);
      }
      pieces.add(new Piece(text.substring(start, end), true));
      at = end;
    }
    plain.append(text, at, to).append(to < text.length() ? CUT : "");
    if (!plain.isEmpty()) {
      pieces.add(new Piece(plain.toString(), false));
    }
    return new Highlighted(List.copyOf(pieces));
  }
}
