package org.commonsregistry.ruleset;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.URI;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RulesetFolderTest {
  @TempDir private Path folder;

  /** As in the registry's own archive. */
  @Test
  void isReadOutOfAnArchiveLikeFromDisk() throws IOException {
    var archive = folder.resolve("with space.jar");
    try (var files = FileSystems.newFileSystem(archive, Map.of("create", "true"))) {
      for (var source : Written.files(Written.VALID_RULES)) {
        var file = files.getPath("/classifier/2026.1", source.path());
        Files.createDirectories(file.getParent());
        Files.writeString(file, source.text());
      }
    }
    var manifest = URI.create("jar:" + archive.toUri() + "!/classifier/2026.1/ruleset.yaml");
    assertThat(RulesetFolder.at(manifest).read())
        .isInstanceOfSatisfying(
            Reading.Accepted.class,
            accepted ->
                assertThat(accepted.ruleset().hash())
                    .isEqualTo(Written.accepted(Written.files(Written.VALID_RULES)).hash()));
  }

  @Test
  void leavesOutWhatIsNoYamlAndWhatLiesDeeper() throws IOException {
    for (var source : Written.files(Written.VALID_RULES)) {
      Files.createDirectories(folder.resolve(source.path()).getParent());
      Files.writeString(folder.resolve(source.path()), source.text());
    }
    Files.writeString(folder.resolve("README.md"), "# Read me");
    Files.createDirectories(folder.resolve("rules/old"));
    Files.writeString(folder.resolve("rules/old/x.yaml"), "nonsense");
    assertThat(RulesetReader.readFolder(folder)).isInstanceOf(Reading.Accepted.class);
  }

  @Test
  void thatDoesNotComeWithTheRegistryIsNamed() {
    assertThatThrownBy(() -> RulesetReader.readClassPath("/classifier/1999.1"))
        .hasMessageContaining("/classifier/1999.1");
  }
}
