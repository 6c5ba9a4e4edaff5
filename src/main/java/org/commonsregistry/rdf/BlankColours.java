package org.commonsregistry.rdf;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.commonsregistry.rdf.BlankLinks.Link;
import org.commonsregistry.rdf.BlankLinks.Place;

/**
 * Tells blank nodes apart by colour refinement, group of connected nodes by group (after Hogan,
 * "Canonical Forms for Isomorphic and Equivalent RDF Graphs", 2017). Groups that say the same are
 * interchangeable and are counted; a group that looks the same from several of its nodes is seen
 * from one of them. Work is bounded: whatever is still alike when it is used up is numbered in
 * reading order. Not thread-safe.
 */
final class BlankColours {
  private static final int WORK_PER_LINK = 48;
  private static final int LEAST_WORK = 100_000;

  private final BlankLinks links;
  private final String[] hashes;
  private final String[] suffixes;
  private final MessageDigest sha256;
  private long work;

  /**
   * @param hash 64 hexadecimal digits
   * @param suffix tells nodes of the same hash apart; empty for the first
   */
  record Colour(String hash, String suffix) {}

  BlankColours(BlankLinks links) {
    this.links = links;
    var size = links.nodes().size();
    hashes = new String[size];
    suffixes = new String[size];
    Arrays.fill(hashes, "");
    Arrays.fill(suffixes, "");
    var mentions = IntStream.range(0, size).mapToLong(i -> links.of(i).size()).sum();
    work = LEAST_WORK + WORK_PER_LINK * mentions;
    try {
      sha256 = MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }

  /** One for each blank node, in reading order; all different. */
  List<Colour> settled() {
    settle(IntStream.range(0, hashes.length).boxed().toList());
    return IntStream.range(0, hashes.length)
        .mapToObj(i -> new Colour(hashes[i], suffixes[i]))
        .toList();
  }

  private void settle(List<Integer> members) {
    var alike = new TreeMap<String, List<List<Integer>>>();
    for (var group : connected(members)) {
      tellApart(group);
      alike.computeIfAbsent(signature(group), s -> new ArrayList<>()).add(group);
    }
    alike.forEach(
        (signature, groups) -> {
          for (var k = 0; k < groups.size(); k++) {
            for (var node : groups.get(k)) {
              hashes[node] = hash(signature + "\n" + hashes[node]);
              suffixes[node] += k == 0 ? "" : "-" + (k + 1);
            }
          }
        });
  }

  private String signature(List<Integer> group) {
    return hash(
        String.join("\n", group.stream().map(i -> hashes[i] + suffixes[i]).sorted().toList()));
  }

  private void tellApart(List<Integer> group) {
    while (true) {
      refine(group);
      var ambiguous = ambiguous(group);
      if (ambiguous.isEmpty()) {
        return;
      }
      if (work <= 0) {
        for (var i = 0; i < ambiguous.size(); i++) {
          suffixes[ambiguous.get(i)] += "-" + (i + 1);
        }
        return;
      }
      if (ambiguous.size() < group.size() || connected(ambiguous).size() > 1) {
        settle(ambiguous);
        return;
      }
      var first = ambiguous.stream().min((a, b) -> hashes[a].compareTo(hashes[b])).orElseThrow();
      hashes[first] = hash("first\n" + hashes[first]);
    }
  }

  private List<Integer> ambiguous(List<Integer> group) {
    var times = new HashMap<String, Integer>();
    group.forEach(i -> times.merge(hashes[i], 1, Integer::sum));
    return group.stream().filter(i -> times.getOrDefault(hashes[i], 0) > 1).toList();
  }

  /** Until another round tells no more nodes apart. */
  private void refine(List<Integer> group) {
    var before = 0L;
    while (work > 0 || hashes[group.getFirst()].isEmpty()) {
      var next = new LinkedHashMap<Integer, String>();
      for (var node : group) {
        next.put(node, hash(hashes[node] + "\n" + String.join("\n", facts(node))));
      }
      next.forEach((node, hash) -> hashes[node] = hash);
      var now = group.stream().map(i -> hashes[i]).distinct().count();
      if (now == group.size() || now == before) {
        return;
      }
      before = now;
    }
  }

  private List<String> facts(int node) {
    var facts = new ArrayList<String>();
    for (var link : links.of(node)) {
      work--;
      facts.add(
          shown(node, link.subject())
              + " "
              + link.predicate()
              + " "
              + shown(node, link.object())
              + " "
              + shown(node, link.graph()));
    }
    facts.sort(null);
    return facts;
  }

  private String shown(int self, Place place) {
    if (place.blank() < 0) {
      return place.text();
    }
    return place.blank() == self ? "_:" : "_:" + hashes[place.blank()] + suffixes[place.blank()];
  }

  /** Members that hang together by quads between them, in reading order of their first. */
  private List<List<Integer>> connected(List<Integer> members) {
    var leader = new HashMap<Integer, Integer>();
    members.forEach(i -> leader.put(i, i));
    for (var node : members) {
      for (var link : links.of(node)) {
        join(leader, node, link);
      }
    }
    var groups = new LinkedHashMap<Integer, List<Integer>>();
    for (var node : members) {
      groups.computeIfAbsent(found(leader, node), l -> new ArrayList<>()).add(node);
    }
    return List.copyOf(groups.values());
  }

  private static void join(Map<Integer, Integer> leader, int node, Link link) {
    for (var place : List.of(link.subject(), link.object(), link.graph())) {
      if (leader.containsKey(place.blank())) {
        leader.put(found(leader, place.blank()), found(leader, node));
      }
    }
  }

  private static Integer found(Map<Integer, Integer> leader, Integer node) {
    var at = node;
    while (!at.equals(leader.getOrDefault(at, at))) {
      var above = leader.getOrDefault(at, at);
      leader.put(at, leader.getOrDefault(above, above)); // halves the way for whoever comes next
      at = above;
    }
    return at;
  }

  private String hash(String text) {
    return HexFormat.of().formatHex(sha256.digest(text.getBytes(StandardCharsets.UTF_8)));
  }
}
