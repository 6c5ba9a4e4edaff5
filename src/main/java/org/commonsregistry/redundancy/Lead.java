package org.commonsregistry.redundancy;

import java.util.Map;

/** The verdict in one sentence. */
final class Lead {
  private Lead() {}

  /**
   * @param verified words found by comparing with the texts themselves, -1 when that was not done
   */
  static String of(Overlap overlap, Band band, long words, long verified, OverlapWords say) {
    var shown = overlap.shown();
    var arguments =
        Map.of(
            "share",
            say.percent(overlap.share()),
            "low",
            say.percent(shown.low()),
            "high",
            say.percent(shown.high()),
            "words",
            words,
            "fewest",
            Band.FEWEST_WORDS,
            "found",
            verified);
    return switch (band) {
      case ALREADY_THERE, MOSTLY, PARTLY -> say.say("lead." + band.token(), arguments);
      case NEW -> say.say(overlap.found() == 0 ? "lead.none" : "lead.new", arguments);
      case NOT_ENOUGH_EVIDENCE -> {
        var key =
            verified > 0
                ? "lead.passages"
                : overlap.asked() == 0 && overlap.boilerplate() > 0
                    ? "lead.boilerplate"
                    : words < Band.FEWEST_WORDS
                        ? "lead.short"
                        : overlap.asked() == 0 ? "lead.nothing" : "lead.wide";
        yield say.say(key, arguments);
      }
    };
  }
}
