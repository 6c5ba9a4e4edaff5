package org.commonsregistry.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.ibm.icu.text.MessageFormat;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.commonsregistry.terms.licence.LicenceFamily;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class MessagesTest {
  /** A condition or loop, with up to two levels of brackets in it. */
  private static final String CONTROL =
      "@(if|elseif|for)\\((?:[^()]|\\((?:[^()]|\\([^()]*\\))*\\))*\\)";

  private static final Path TEMPLATES = Path.of("frontend/templates");

  @Test
  void allLanguagesHaveTheSameKeys() {
    assertThat(Messages.in(Language.GERMAN).keys())
        .containsExactlyInAnyOrderElementsOf(Messages.in(Language.ENGLISH).keys());
  }

  @ParameterizedTest
  @EnumSource(Language.class)
  void everyTextIsAValidPatternAndNotEmpty(Language language) {
    var messages = Messages.in(language);
    for (var key : messages.keys()) {
      var text = messages.find(key).orElseThrow();
      assertThat(text).as(key).isNotBlank();
      assertThat(new MessageFormat(text, language.locale())).as(key).isNotNull();
      assertThat(text).as("straight quotes are syntax in %s", key).doesNotContain("'");
    }
  }

  @Test
  void theNumberChoosesTheWord() {
    assertThat(Messages.in(Language.ENGLISH).text("search.heading.all", 1)).isEqualTo("1 dataset");
    assertThat(Messages.in(Language.GERMAN).text("search.heading.all", 1234))
        .isEqualTo("1.234 Datensätze");
  }

  @Test
  void everyLicenceFamilyHasAName() {
    var messages = Messages.in(Language.ENGLISH);
    for (var family : LicenceFamily.values()) {
      var token = family.name().toLowerCase(Locale.ROOT).replace('_', '-');
      assertThat(messages.find("licence." + token)).as(family.name()).isPresent();
    }
  }

  @Test
  void aMissingKeyShowsItself() {
    assertThat(Messages.in(Language.ENGLISH).text("no.such.key")).isEqualTo("[no.such.key]");
  }

  @Test
  void everyKeyATemplateNamesExists() throws IOException {
    var named = Pattern.compile("\\.t\\(\"([a-z0-9.-]+)\"\\s*[,)]");
    var keys = Messages.in(Language.ENGLISH).keys();
    try (var files = Files.walk(TEMPLATES)) {
      for (var file : files.filter(Files::isRegularFile).toList()) {
        var used =
            named
                .matcher(Files.readString(file))
                .results()
                .map(match -> match.group(1))
                .collect(Collectors.toSet());
        assertThat(keys).as(file.toString()).containsAll(used);
      }
    }
  }

  @Test
  void templatesHoldNoWordsOfTheirOwn() throws IOException {
    try (var files = Files.walk(TEMPLATES)) {
      for (var file : files.filter(Files::isRegularFile).toList()) {
        var words =
            Files.readString(file)
                .replaceAll("(?m)^@(import|param).*$", " ")
                .replaceAll("(?s)<%--.*?--%>", " ")
                .replaceAll("(?s)<(svg|style|pre)\\b.*?</\\1>", " ")
                .replaceAll("\\$(unsafe)?\\{[^}]*\\}", " ")
                .replaceAll(CONTROL, " ")
                .replaceAll("@template\\.[\\w.]+\\([^\\n]*", " ")
                .replaceAll("@(else|endif|endfor)", " ")
                .replaceAll("(?s)<[^>]*>", " ")
                .replaceAll("(?m)^`, \\w+ = @`$", " ")
                .replaceAll("`\\)", " ");
        assertThat(Pattern.compile("\\p{L}{3,}").matcher(words).results().map(r -> r.group()))
            .as(file.toString())
            .isEmpty();
      }
    }
  }
}
