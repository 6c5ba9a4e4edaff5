package org.commonsregistry.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class AssetsTest {
  private final Assets assets = new Assets();

  @Test
  void anAddressCarriesAHashAndLeadsBackToTheFile() {
    var url = assets.url("styles/commons.css");
    assertThat(url).matches("/static/styles/commons-[0-9a-f]{12}\\.css");
    assertThat(assets.served(url.substring(Assets.PREFIX.length()))).isPresent();
  }

  @Test
  void aStyleSheetNamesFilesByTheirHashedAddresses() {
    var css =
        new String(
            assets.find("styles/commons.css").orElseThrow().content(), StandardCharsets.UTF_8);
    assertThat(css).contains(assets.url("fonts/source-sans-3-latin.woff2")).doesNotContain("../");
  }

  @Test
  void aModuleNamesOthersByTheirHashedAddresses() {
    var module =
        new String(
            assets.find("scripts/check-worker.mjs").orElseThrow().content(),
            StandardCharsets.UTF_8);
    assertThat(module).contains(assets.url("scripts/fp1.mjs")).doesNotContain("\"./");
    assertThat(assets.served(assets.url("scripts/fp1-table.mjs").substring(8))).isPresent();
  }

  @Test
  void nothingOutsideTheFolderIsServed() {
    assertThat(assets.find("../application.yml")).isEmpty();
    assertThat(assets.find("styles/../../application.yml")).isEmpty();
    assertThat(assets.find("/etc/passwd")).isEmpty();
  }

  @Test
  void aFileThatDoesNotExistIsAMistakeOfOurs() {
    assertThatThrownBy(() -> assets.url("styles/none.css"))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("styles/none.css");
  }
}
