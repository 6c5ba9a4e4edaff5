package org.commonsregistry.classification.advisory;

import java.util.List;
import java.util.Locale;

/** What the models are, what they learned from and how often they are wrong, as Markdown. */
final class ModelCard {
  private static final int PAIRS = 12;

  private final StringBuilder out = new StringBuilder();

  private ModelCard() {}

  static String of(
      TrainingSources sources,
      AdviceModels models,
      List<CrossValidation.Answer> subjects,
      List<CrossValidation.Answer> sentences,
      int bytes) {
    var card = new ModelCard();
    card.what(sources, models, bytes);
    card.categories(Tally.of(subjects, models.categories().threshold()), models.categories());
    card.terms(Tally.of(sentences, models.terms().threshold()), sources, models.terms());
    card.limits();
    return card.out.toString();
  }

  private void what(TrainingSources sources, AdviceModels models, int bytes) {
    line("# Model card: advice on categories and on sentences about terms");
    line("");
    line(
        "Written by `commons advisory train`; do not edit. Every figure below is measured by that"
            + " command.");
    line("");
    line("| | |");
    line("|---|---|");
    line("| version | %s |", AdviceModels.VERSION);
    line("| model file | `%s`, %,d bytes, SHA-256 `%s` |", AdviceModels.FILE, bytes, models.hash());
    line(
        "| learned from | files with SHA-256 `%s` (names and contents, in order) |",
        sources.hash());
    line(
        "| method | maximum entropy (multinomial logistic regression, OpenNLP 2.5, L-BFGS, L2);"
            + " English stems weighted by rarity; weights kept in whole hundredths, the strongest"
            + " eight of a word |");
    line("| licence | Apache-2.0, like the project |");
    line("");
    line(
        "**For**: proposing categories to a person who reviews a dataset; pointing a person to the"
            + " sentences that speak of terms.");
    line(
        "**Not for**: deciding anything. An answer is evidence with a confidence. It changes no"
            + " category, no licence and no zone.");
    line("");
    line("## Data");
    line("");
    line(
        "%d records of `data/seed` with reviewed categories; the English names, synonyms and first"
            + " defining sentence of each of their %d categories (`ontology/categories.ttl`;"
            + " learned from only).",
        sources.records(), models.categories().outcomes().size());
    line(
        "%d sentences: those of the seed's descriptions (%d of them with a plain word of terms,"
            + " measured on), what the seed says about use and licences (yes) and about provenance"
            + " (no), and sentences written for learning (`practice-sentences.tsv`), learned from"
            + " only. Sentences with a word of terms were read one by one"
            + " (`licence-sentences.tsv`); the other ones count as no.",
        sources.sentences().size(), sources.sentences().stream().filter(Example::measured).count());
    line(
        "%d sentences of `held-out-sentences.tsv` (%d yes), written for measuring by the project,"
            + " never learned from.",
        sources.heldOut().size(),
        sources.heldOut().stream().filter(TrainingSources.HeldOut::terms).count());
    line("");
    line(
        "Held-out figures: %d parts fixed by SHA-256 of the dataset's slug; every record is"
            + " answered by a model, and with a calibration, that saw nothing of its part. The"
            + " shipped model learns from all parts. The thresholds were chosen on these same"
            + " answers, so expect a little less elsewhere.",
        CrossValidation.FOLDS);
  }

  private void categories(Tally tally, TextModel model) {
    line("");
    line("## Categories");
    line("");
    line(
        "%d words known. No category with a confidence below **%.2f** is given.",
        model.size(), model.threshold());
    line("");
    line("| held-out | |");
    line("|---|---|");
    line("| records | %d |", tally.examples());
    line(
        "| the best category, threshold or not, is right | %s |",
        share(tally.firstRight(), tally.examples()));
    line(
        "| records with at least one category given | %s |",
        share(tally.answered(), tally.examples()));
    line(
        "| given categories that are right (precision) | %s |",
        share(tally.total().right(), tally.given()));
    line(
        "| right categories that are given (recall) | %s |",
        share(tally.total().right(), tally.total().right() + tally.total().missed()));
    line(
        "| mean distance of confidence from truth, confidence of 0.1 or more | %.3f |",
        tally.calibrationError());
    line("");
    line(
        "| category | support | given right | given wrongly | missed | wrong of given | missed of"
            + " support |");
    line("|---|--:|--:|--:|--:|--:|--:|");
    tally
        .labels()
        .forEach(
            (label, count) ->
                line(
                    "| %s | %d | %d | %d | %d | %s | %s |",
                    label,
                    count.right() + count.missed(),
                    count.right(),
                    count.wrong(),
                    count.missed(),
                    rate(1 - count.precision()),
                    rate(1 - count.recall())));
    line("");
    line("Most confused (given wrongly where the other was right and not given):");
    line("");
    line("| right | given | times |");
    line("|---|---|--:|");
    tally.confusions().stream()
        .limit(PAIRS)
        .forEach(pair -> line("| %s | %s | %d |", pair.right(), pair.given(), pair.times()));
  }

  private void terms(Tally tally, TrainingSources sources, TextModel model) {
    var total = tally.total();
    var right = 0;
    var wrong = 0;
    var missed = 0;
    for (var sentence : sources.heldOut()) {
      var given = Adviser.statesTerms(model, sentence.sentence()) >= model.threshold();
      right += given && sentence.terms() ? 1 : 0;
      wrong += given && !sentence.terms() ? 1 : 0;
      missed += !given && sentence.terms() ? 1 : 0;
    }
    line("");
    line("## Sentences about terms");
    line("");
    line(
        "Yes: the sentence states a licence, a rights status or terms of use of the data or a part"
            + " of it, also that none is stated. Free of charge alone is no.");
    line(
        "A sentence without a plain word of terms (`Cue`) is never given, and is not among the"
            + " sentences measured on.");
    line(
        "%d words and pairs known. No sentence with a confidence below **%.2f** is given.",
        model.size(), model.threshold());
    line("");
    line("| | seed descriptions, held out | sentences written for measuring |");
    line("|---|--:|--:|");
    line("| sentences | %d | %d |", tally.examples(), sources.heldOut().size());
    line("| of them yes | %d | %d |", total.right() + total.missed(), right + missed);
    line("| given | %d | %d |", tally.given(), right + wrong);
    line(
        "| given that are yes (precision) | %s | %s |",
        share(total.right(), tally.given()), share(right, right + wrong));
    line(
        "| yes that are given (recall) | %s | %s |",
        share(total.right(), total.right() + total.missed()), share(right, right + missed));
    line("| given wrongly | %d | %d |", total.wrong(), wrong);
    line("| missed | %d | %d |", total.missed(), missed);
    line("| mean distance of confidence from truth | %.3f | |", tally.calibrationError());
  }

  private void limits() {
    line("");
    line("## Limits");
    line("");
    line(
        "- The seed's descriptions are English, and so are the models. A text mostly in another"
            + " script, or one with hardly any English small words, gets no advice and is told"
            + " so.");
    line("- Few records per category: the rates of a category with a support below 10 say little.");
    line(
        "- Seed descriptions are edited prose of a few sentences. On descriptions scraped from"
            + " portals the confidence of sentences is far too high: of 60 given ones read by a"
            + " person, 26 stated terms (docs/adr/011).");
    line(
        "- The categories of the seed were given by its editors; what they got wrong, the model"
            + " learned.");
    line(
        "- A sentence that is given may be about something else than the dataset; a sentence that"
            + " is not given may still state terms. No sentence given never means no terms.");
    line(
        "- The same folders give the same file on every machine as far as rounding hides"
            + " differences in the last digit of `exp` between processors.");
  }

  private static String share(int part, int whole) {
    return whole == 0
        ? "–"
        : String.format(Locale.ROOT, "%.1f %% (%d of %d)", 100.0 * part / whole, part, whole);
  }

  private static String rate(double rate) {
    return Double.isNaN(rate) ? "–" : String.format(Locale.ROOT, "%.0f %%", 100 * rate);
  }

  private void line(String format, Object... values) {
    out.append(values.length == 0 ? format : String.format(Locale.ROOT, format, values));
    out.append('\n');
  }
}
