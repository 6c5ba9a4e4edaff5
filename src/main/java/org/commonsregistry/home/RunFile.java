package org.commonsregistry.home;

import java.io.IOException;
import java.net.URI;
import java.nio.charset.MalformedInputException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Optional;
import java.util.Properties;

/**
 * What a running server leaves in its home for the command line: its address, its operator token
 * and its process id.
 *
 * @param address where the server answers
 * @param token the bearer token that may write
 * @param pid the server's process id
 */
public record RunFile(URI address, String token, long pid) {

  /** Written whole or not at all, readable by the owner only. */
  public void write(Path file) throws IOException {
    var part = file.resolveSibling(file.getFileName() + ".part");
    Files.deleteIfExists(part);
    if (file.getFileSystem().supportedFileAttributeViews().contains("posix")) {
      Files.createFile(
          part, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
    }
    Files.writeString(
        part,
        "address=" + address + "\ntoken=" + token + "\npid=" + pid + "\n",
        StandardCharsets.UTF_8);
    Files.move(part, file, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
  }

  /** Empty when there is no run file or it is not one of ours. */
  public static Optional<RunFile> read(Path file) throws IOException {
    if (!Files.isReadable(file)) {
      return Optional.empty();
    }
    var lines = new Properties();
    try (var reader = Files.newBufferedReader(file, StandardCharsets.UTF_8)) {
      lines.load(reader);
    } catch (IllegalArgumentException | MalformedInputException e) {
      return Optional.empty();
    }
    var address = lines.getProperty("address");
    var token = lines.getProperty("token");
    if (address == null || token == null) {
      return Optional.empty();
    }
    try {
      return Optional.of(
          new RunFile(URI.create(address), token, Long.parseLong(lines.getProperty("pid", "0"))));
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }

  /** Whether the process that wrote this file is still there. */
  public boolean alive() {
    return ProcessHandle.of(pid).map(ProcessHandle::isAlive).orElse(false);
  }
}
