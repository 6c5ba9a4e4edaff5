package org.commonsregistry.web;

import com.ibm.icu.text.ListFormatter;
import java.util.Collection;
import java.util.List;
import java.util.function.UnaryOperator;
import org.commonsregistry.category.Categories;
import org.commonsregistry.ruleset.FactDefinition;
import org.commonsregistry.ruleset.FactValue;
import org.commonsregistry.ruleset.FactVocabulary;
import org.commonsregistry.ruleset.Facts;
import org.commonsregistry.ruleset.Parameter;

/**
 * Facts and their values in the reader's words. A ruleset may bring facts and words that no message
 * knows: these are shown by what the ruleset itself says of them.
 */
final class FactWords {
  private final Messages messages;
  private final UnaryOperator<String> category;

  /**
   * @param category the name of a category's id
   */
  FactWords(Messages messages, UnaryOperator<String> category) {
    this.messages = messages;
    this.category = category;
  }

  static FactWords of(Page page, Categories categories) {
    return new FactWords(
        page.settings().messages(),
        id -> categories.find(id).map(known -> known.label(page.language().tag())).orElse(id));
  }

  Messages messages() {
    return messages;
  }

  /** A few words that stand before a colon, e.g. "Kind of work". */
  String name(FactDefinition fact) {
    return messages.find("fact." + fact.name()).orElseGet(() -> said(fact));
  }

  String value(String fact, String text) {
    return switch (fact) {
      case "sourceCountry", "firstPublishedCountry", "governmentCountry" ->
          new Formats(messages).place(text);
      case "category" -> category.apply(text);
      case "licenceFamily" -> messages.find("licence." + text).orElse(text);
      case FactVocabulary.STATUS -> messages.find("rule.status." + text).orElse(text);
      case "parentZone", "communityDecision" ->
          messages.find("zone." + text).orElseGet(() -> own(fact, text));
      default -> own(fact, text);
    };
  }

  private String own(String fact, String text) {
    return messages.find("fact." + fact + "." + text).orElse(text);
  }

  String anyOf(FactDefinition fact, FactValue values) {
    return listed(words(fact, values), ListFormatter.Type.OR);
  }

  String allOf(Collection<String> words) {
    return listed(words, ListFormatter.Type.AND);
  }

  /** That a fact has a value, as a sentence without its stop. */
  String given(FactDefinition fact, FactValue values) {
    return switch (values) {
      case FactValue.Truth(boolean holds) -> truth(fact, holds);
      case FactValue.Words words ->
          messages.text("fact.given", name(fact), allOf(words(fact, words)));
      case FactValue.Years years -> messages.text("fact.given", name(fact), allOf(years.texts()));
    };
  }

  String truth(FactDefinition fact, boolean holds) {
    return messages
        .find("fact." + fact.name() + "." + holds)
        .orElseGet(() -> messages.text(holds ? "fact.true" : "fact.false", said(fact)));
  }

  /** In the order of the vocabulary. */
  List<String> given(FactVocabulary vocabulary, Facts facts) {
    return vocabulary.all().stream()
        .flatMap(fact -> facts.get(fact.name()).map(value -> given(fact, value)).stream())
        .toList();
  }

  String term(Parameter parameter) {
    return messages.find("rule.term." + parameter.name()).orElse(parameter.name());
  }

  private List<String> words(FactDefinition fact, FactValue values) {
    return values.texts().stream().map(text -> value(fact.name(), text)).toList();
  }

  private String listed(Collection<String> words, ListFormatter.Type type) {
    return ListFormatter.getInstance(messages.language().locale(), type, ListFormatter.Width.WIDE)
        .format(words);
  }

  /** What the ruleset says of a fact, without the full stop. */
  private String said(FactDefinition fact) {
    var sentence = fact.says().in(messages.language().tag());
    return sentence.endsWith(".") ? sentence.substring(0, sentence.length() - 1) : sentence;
  }
}
