package org.commonsregistry.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Map;
import org.commonsregistry.home.RunFile;
import org.commonsregistry.testing.TestHome;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The commands as people and scripts meet them: processes, exit codes, files. */
class CommandLineIT {
  private TestHome home;
  private Path good;
  private Path mixed;

  @BeforeEach
  void open() throws IOException {
    home = new TestHome();
    good = Files.createTempFile("good", ".jsonl");
    mixed = Files.createTempFile("mixed", ".jsonl");
    Files.writeString(
        good, "{\"id\":\"c:1\",\"title\":\"One\"}\n{\"id\":\"c:2\",\"title\":\"Two\"}\n");
    Files.writeString(mixed, "{\"id\":\"c:1\",\"title\":\"One\"}\n{\"id\":\"c:3\"}\n");
  }

  @AfterEach
  void close() throws IOException {
    Files.delete(good);
    Files.delete(mixed);
    home.close();
  }

  @Test
  void anIdleHomeIsImportedIntoWithdrawnFromAndRebuilt() throws Exception {
    run(0, "import", good.toString());
    var answer = run(1, "import", "--json", mixed.toString());
    var json = new ObjectMapper().readTree(lastLine(answer));
    assertThat(json.path("unchanged").asInt()).isEqualTo(1);
    assertThat(json.path("refused").asInt()).isEqualTo(1);
    assertThat(json.path("refusals").path(0).path("place").asText()).isEqualTo("line 2");
    run(0, "withdraw", "c-1", "--reason", "A test.");
    assertThat(run(1, "withdraw", "c-1", "--reason", "Again.")).contains("There is no dataset");
    assertThat(run(0, "import", good.toString())).contains("1 withdrawn earlier and kept so");
    assertThat(lastLine(run(0, "rebuild", "--json"))).contains("\"rebuilt\"", "\"sequence\"");
  }

  @Test
  void whatCannotRunSaysWhyAndExitsWithTwo() throws Exception {
    assertThat(run(2, "import", "no-such-file.ttl")).contains("no readable file");
    assertThat(run(2, "import", Files.createTempFile("x", ".docx").toString()))
        .contains("does not say what it is", ".ttl");
    assertThat(run(2, "rebuild", "nothing")).contains("There is no view 'nothing'");
    assertThat(run(2, "withdraw", "Not A Slug", "--reason", "x")).contains("not a dataset's slug");
    assertThat(run(2, "nonsense")).contains("nonsense");
  }

  @Test
  void aHomeInUseIsNeverOpenedTwiceAndCommandsGoThroughItsServer() throws Exception {
    try (var server = Running.serve(home.folder())) {
      if (Files.getFileStore(home.folder()).supportsFileAttributeView("posix")) {
        for (var file : List.of("run", "operator-token")) {
          assertThat(
                  PosixFilePermissions.toString(
                      Files.getPosixFilePermissions(home.folder().resolve(file))))
              .isEqualTo("rw-------");
        }
      }
      try (var second =
          Running.start(
              home.folder(),
              Map.of(),
              "serve",
              "--port",
              "0",
              "--home",
              home.folder().toString())) {
        assertThat(second.exitCode()).isEqualTo(2);
        assertThat(second.output()).contains("is in use by another process", "stop it first");
      }
      run(0, "import", good.toString());
      assertThat(run(1, "import", mixed.toString())).contains("refused line 2", "no title");
      run(0, "withdraw", "c-2", "--reason", "A test.");
      run(1, "withdraw", "c-2", "--reason", "A test.");
      run(0, "rebuild", "search");
      assertThat(server.get("api/v1/views").statusCode()).isEqualTo(200);
      var address = RunFile.read(home.folder().resolve("run")).orElseThrow().address();
      try (var stranger =
          Running.start(
              home.folder(),
              Map.of("COMMONS_TOKEN", "wrong"),
              "import",
              "--registry",
              address.toString(),
              good.toString())) {
        assertThat(stranger.exitCode()).isEqualTo(2);
        assertThat(stranger.output()).contains("401", "run");
      }
    }
    assertThat(home.folder().resolve("run")).doesNotExist();
  }

  @Test
  void aRunFileOfAnEndedProcessIsNotBelieved() throws Exception {
    try (var server = Running.serve(home.folder())) {
      server.kill();
    }
    assertThat(home.folder().resolve("run")).exists();
    assertThat(run(0, "import", good.toString())).contains("2 new");
    // The process number has been given to somebody else: to this test.
    new RunFile(URI.create("http://localhost:9/"), "t", ProcessHandle.current().pid())
        .write(home.folder().resolve("run"));
    assertThat(run(0, "import", good.toString())).contains("2 unchanged");
    Files.writeString(home.folder().resolve("run"), "address=%%%\ntoken=x\npid=many\n");
    assertThat(run(0, "import", good.toString())).contains("2 unchanged");
  }

  @Test
  void aFullDiskIsToldAndNothingIsHarmed() throws Exception {
    run(0, "import", good.toString());
    var more = Files.createTempFile("more", ".jsonl");
    Files.writeString(more, "{\"id\":\"c:9\",\"title\":\"Nine\"}\n");
    try (var full =
        Running.start(
            home.folder(),
            Map.of("COMMONS_FREE_SPACE", Long.toString(Long.MAX_VALUE)),
            "import",
            "--home",
            home.folder().toString(),
            more.toString())) {
      assertThat(full.exitCode()).isEqualTo(2);
      assertThat(full.output()).contains("is full", "Free some space");
    }
    assertThat(run(0, "import", more.toString())).contains("1 new");
    assertThat(run(0, "import", good.toString())).contains("2 unchanged");
  }

  @Test
  void aDiskThatReallyFillsUpLosesNothingThatWasRecorded() throws Exception {
    var disk = Files.createTempDirectory("small-disk");
    Assumptions.assumeTrue(
        command("mount", "-t", "tmpfs", "-o", "size=48m", "tmpfs", disk.toString()) == 0,
        "mounting a small disk is not permitted here");
    try {
      var small = disk.resolve("home");
      var records = new StringBuilder();
      for (var i = 0; i < 8_000; i++) {
        records
            .append("{\"id\":\"d:")
            .append(i)
            .append("\",\"title\":\"D ")
            .append(i)
            .append("\",\"description\":\"")
            .append(Integer.toString(i).repeat(400))
            .append("\"}\n");
      }
      Files.writeString(mixed, records);
      try (var filling =
          Running.start(
              small,
              Map.of("COMMONS_FREE_SPACE", "0"),
              "import",
              "--home",
              small.toString(),
              mixed.toString())) {
        assertThat(filling.exitCode()).as(filling.output()).isIn(1, 2);
      }
      assertThat(command("mount", "-o", "remount,size=900m", disk.toString())).isZero();
      try (var again =
          Running.start(
              small,
              Map.of("COMMONS_FREE_SPACE", "0"),
              "import",
              "--home",
              small.toString(),
              mixed.toString())) {
        assertThat(again.exitCode()).as(again.output()).isZero();
        assertThat(again.output()).contains("8000 records", " 0 refused");
      }
    } finally {
      command("umount", "-l", disk.toString());
      Files.deleteIfExists(disk);
    }
  }

  private static int command(String... words) throws IOException, InterruptedException {
    try {
      return new ProcessBuilder(words).redirectErrorStream(true).start().waitFor();
    } catch (IOException e) {
      return -1;
    }
  }

  private String run(int code, String name, String... arguments) throws Exception {
    var words = new java.util.ArrayList<String>();
    words.add(name);
    if (!name.equals("nonsense")) {
      words.addAll(List.of("--home", home.folder().toString()));
    }
    words.addAll(List.of(arguments));
    try (var command = Running.start(home.folder(), Map.of(), words.toArray(String[]::new))) {
      assertThat(command.exitCode()).as(command.output()).isEqualTo(code);
      return command.output();
    }
  }

  private static String lastLine(String output) {
    return output.lines().filter(line -> line.startsWith("{")).reduce((a, b) -> b).orElse("");
  }
}
