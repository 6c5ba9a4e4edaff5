package org.commonsregistry.redundancy;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.github.luben.zstd.Zstd;
import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.TreeSet;
import org.commonsregistry.fingerprint.Fp1;
import org.commonsregistry.testing.NpmPackages;
import org.junit.jupiter.api.Test;

/** What stands everywhere. */
class BoilerplateTest {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final Path RESOURCE = Path.of("src/main/resources" + Boilerplate.RESOURCE);

  /** With {@code -Dboilerplate.write=true} the table is made anew. */
  @Test
  void theTableHasEveryLicenceTextOfTheSpdxList() throws IOException, InterruptedException {
    var texts = NpmPackages.unpacked("spdx-license-list").resolve("licenses");
    var hashes = new TreeSet<Long>();
    try (var files = Files.list(texts)) {
      for (var file : files.toList()) {
        var text = JSON.readTree(file.toFile()).path("licenseText").asText();
        for (var hash : Fp1.sketch(text, FingerprintIndex.SCALE).hashes()) {
          hashes.add(hash);
        }
      }
    }
    if (Boolean.getBoolean("boilerplate.write")) {
      write(hashes);
    }
    var boilerplate = new Boilerplate();
    assertThat(hashes).hasSizeGreaterThan(10_000).allMatch(boilerplate::licence);
    assertThat(boilerplate.licence(hashes.first() + 1)).isFalse();
  }

  private static void write(TreeSet<Long> hashes) throws IOException {
    var bytes = new ByteArrayOutputStream();
    try (var out = new DataOutputStream(bytes)) {
      out.writeInt(hashes.size());
      for (var hash : hashes) {
        out.writeLong(hash);
      }
    }
    Files.write(RESOURCE, Zstd.compress(bytes.toByteArray(), 19));
  }

  @Test
  void onePersonCannotMakeATextBoilerplateByRepeatingIt() {
    var boilerplate = new Boilerplate();
    assertThat(boilerplate.frequent(100_000, 1, 100_000)).isFalse();
    assertThat(boilerplate.frequent(50, 2, 1_000)).isFalse();
    assertThat(boilerplate.frequent(51, 2, 1_000)).isTrue();
    assertThat(boilerplate.frequent(999, 2, 1_000_000)).isFalse();
  }
}
