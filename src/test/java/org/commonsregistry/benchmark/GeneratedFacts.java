package org.commonsregistry.benchmark;

import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;
import org.commonsregistry.ruleset.FactValue;
import org.commonsregistry.ruleset.Facts;

/**
 * Facts as a large catalogue has them, made up from a number, always the same: about a third has a
 * licence, the rest deaths, publications, official works or marks of libraries, and a seventh
 * nothing at all. Anything may also come with requests, disputes or parents.
 */
public final class GeneratedFacts {
  private static final RandomGeneratorFactory<RandomGenerator> RANDOM =
      RandomGeneratorFactory.of("L64X128MixRandom");
  private static final List<String> COUNTRIES =
      List.of("US", "US", "US", "DE", "FR", "GB", "IT", "ES", "JP", "IN", "BR", "CA", "AU", "PL");
  private static final List<String> WORKS =
      List.of("text", "text", "image", "photograph", "music", "sound-recording", "film", "map");
  private static final String[][] LICENCES = {
    {"by", "CC-BY-4.0"},
    {"by", "CC-BY-3.0"},
    {"by-sa", "CC-BY-SA-4.0"},
    {"cc0", "CC0-1.0"},
    {"software-permissive", "MIT"},
    {"software-permissive", "Apache-2.0"},
    {"software-copyleft", "GPL-3.0-only"},
    {"permissive-data", "ODC-By-1.0"},
    {"by-nc", "CC-BY-NC-4.0"},
    {"by-nc-sa", "CC-BY-NC-SA-4.0"},
    {"responsible-ai", ""},
    {"academic", ""},
    {"in-copyright", ""},
  };

  private final RandomGenerator random;
  private final boolean several;
  private final TreeMap<String, FactValue> given = new TreeMap<>();

  private GeneratedFacts(long number, boolean several) {
    this.random = RANDOM.create(number);
    this.several = several;
  }

  /**
   * @param several whether a fact may have more than one value
   */
  public static Facts of(long number, boolean several) {
    return new GeneratedFacts(number, several).made();
  }

  private Facts made() {
    var share = random.nextInt(100);
    if (share < 36) {
      licensed();
    } else if (share < 51) {
      authored();
    } else if (share < 66) {
      published();
    } else if (share < 78) {
      official();
    } else if (share < 85) {
      marked();
    }
    if (share < 85) {
      asked();
    }
    return Facts.of(given);
  }

  private void licensed() {
    var licence = LICENCES[random.nextInt(LICENCES.length)];
    word("licenceFamily", licence[0]);
    if (!licence[1].isEmpty()) {
      word("licence", licence[1]);
    }
    if (!chance(15)) {
      word("licenceDeclaredBy", one("rightsholder", "repository-of-rightsholder", "third-party"));
    }
    word("kind", one("text", "software", "database", "image", "speech", "measurements"));
  }

  private void authored() {
    work();
    years("creatorDeathYear", 1850, 2020);
    if (chance(50)) {
      years("firstPublishedYear", 1850, 2000);
    }
  }

  private void published() {
    work();
    years("firstPublishedYear", 1860, 2025);
    word("firstPublishedCountry", country());
    if (chance(20)) {
      given.put("usRenewed", FactValue.truth(chance(20)));
    }
    if (chance(20)) {
      given.put("usNotice", FactValue.truth(chance(80)));
    }
    if (chance(15)) {
      word("licence", "none");
      word("governmentAuthor", "none");
    }
    if (chance(10)) {
      given.put("creatorAnonymous", FactValue.truth(true));
    }
  }

  private void work() {
    word("kind", WORKS.get(random.nextInt(WORKS.size())));
    if (!chance(30)) {
      word("sourceCountry", country());
    }
    if (several && chance(10)) {
      given.put("sourceCountry", FactValue.words(country(), country()));
    }
  }

  private void official() {
    var country = country();
    word("kind", one("law", "law", "judgment", "official-document", "parliamentary-record"));
    word("governmentAuthor", one("federal", "federal", "state", "local", "crown"));
    word("governmentCountry", country);
    word("sourceCountry", country);
    if (chance(40)) {
      years("firstPublishedYear", 1900, 2025);
    }
    if (chance(5)) {
      word("usFederalException", one("contractor", "ntis", "none"));
    }
  }

  private void marked() {
    word("rightsStatement", one("PDM-1.0", "NoC-US", "NoC-NC", "InC", "InC-EDU", "CNE", "UND"));
    word("rightsStatementBy", one("holding-institution", "holding-institution", "third-party"));
    word("kind", one("faithful-reproduction", "photograph", "text"));
    if (chance(50)) {
      years("depictedWorkCreatorDeathYear", 1500, 1980);
    }
  }

  private void asked() {
    if (chance(10)) {
      word("parentZone", one("commons", "commons", "use-restricted", "market", "undetermined"));
    }
    if (chance(4)) {
      given.put("trainingReserved", FactValue.truth(true));
    }
    if (chance(3)) {
      given.put("evaluationOnly", FactValue.truth(true));
    }
    if (chance(2)) {
      word("communityProtocol", "tk-attribution");
    }
    if (chance(2)) {
      given.put("contested", FactValue.truth(true));
    }
    if (chance(1)) {
      word("communityDecision", one("commons", "use-restricted", "market"));
    }
    if (chance(60)) {
      word("category", one("books", "images", "scholarly-articles", "legislation", "benchmarks"));
    }
  }

  private void word(String name, String value) {
    given.put(name, FactValue.words(value));
  }

  private void years(String name, int from, int until) {
    var years = new ArrayList<Integer>();
    do {
      years.add(random.nextInt(from, until));
    } while (several && chance(15));
    given.put(name, new FactValue.Years(new TreeSet<>(years)));
  }

  private String country() {
    return COUNTRIES.get(random.nextInt(COUNTRIES.size()));
  }

  private String one(String... words) {
    return words[random.nextInt(words.length)];
  }

  private boolean chance(int percent) {
    return random.nextInt(100) < percent;
  }
}
