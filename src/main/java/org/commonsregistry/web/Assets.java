package org.commonsregistry.web;

import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Static files of the class path under addresses that carry a hash of their content, so that
 * browsers may keep them for ever and never show an old one. Thread-safe.
 */
@Singleton
public final class Assets {
  static final String PREFIX = "/static/";
  private static final String YASGUI = "META-INF/resources/webjars/zazuko__yasgui/4.5.0/build/";
  private static final Pattern NAME = Pattern.compile("[a-z0-9][a-z0-9./-]*");
  private static final Pattern HASHED = Pattern.compile("(.+)-[0-9a-f]{12}(\\.[a-z0-9]+)");
  private static final Pattern CSS_URL = Pattern.compile("url\\(\"\\.\\./([a-z0-9./-]+)\"\\)");
  private static final Pattern MODULE = Pattern.compile("\"\\./([a-z0-9-]+\\.mjs)\"");
  private static final Map<String, String> TYPES =
      Map.of(
          "css", "text/css;charset=utf-8",
          "js", "text/javascript;charset=utf-8",
          "mjs", "text/javascript;charset=utf-8",
          "svg", "image/svg+xml",
          "woff2", "font/woff2",
          "txt", "text/plain;charset=utf-8");

  private final Map<String, Optional<Asset>> byName = new ConcurrentHashMap<>();

  /**
   * @param url where it is served
   * @param type media type
   */
  record Asset(String url, String type, byte[] content) {}

  /** The address of a file that must exist, such as {@code styles/commons.css}. */
  public String url(String name) {
    return find(name)
        .map(Asset::url)
        .orElseThrow(() -> new IllegalStateException("There is no static file '" + name + "'."));
  }

  /** By name. */
  Optional<Asset> find(String name) {
    if (!NAME.matcher(name).matches() || name.contains("..")) {
      return Optional.empty();
    }
    var known = byName.get(name);
    if (known == null) {
      known = load(name);
      // Only what exists is kept, or anybody could fill the memory with names.
      known.ifPresent(asset -> byName.put(name, Optional.of(asset)));
    }
    return known;
  }

  /** By the path part of its address, behind {@link #PREFIX}. */
  Optional<Asset> served(String path) {
    var matcher = HASHED.matcher(path);
    return matcher.matches() ? find(matcher.group(1) + matcher.group(2)) : Optional.empty();
  }

  private Optional<Asset> load(String name) {
    var extension = name.substring(name.lastIndexOf('.') + 1);
    var type = TYPES.get(extension);
    var bytes = type == null ? null : read(name);
    if (type == null || bytes == null) {
      return Optional.empty();
    }
    var content =
        switch (extension) {
          case "css" -> withHashedUrls(bytes);
          case "mjs" -> withHashedModules(bytes, name.substring(0, name.lastIndexOf('/') + 1));
          default -> bytes;
        };
    var stem = name.substring(0, name.length() - extension.length() - 1);
    return Optional.of(
        new Asset(PREFIX + stem + "-" + hash(content) + "." + extension, type, content));
  }

  private byte @Nullable [] read(String name) {
    var resource = name.startsWith("yasgui/") ? YASGUI + name.substring(7) : "public/" + name;
    try (var in = Assets.class.getClassLoader().getResourceAsStream(resource)) {
      return in == null ? null : in.readAllBytes();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private byte[] withHashedUrls(byte[] css) {
    return CSS_URL
        .matcher(new String(css, StandardCharsets.UTF_8))
        .replaceAll(match -> "url(\"" + url(match.group(1)) + "\")")
        .getBytes(StandardCharsets.UTF_8);
  }

  /** Modules name each other beside themselves; none may name itself in a circle. */
  private byte[] withHashedModules(byte[] module, String folder) {
    return MODULE
        .matcher(new String(module, StandardCharsets.UTF_8))
        .replaceAll(match -> "\"" + url(folder + match.group(1)) + "\"")
        .getBytes(StandardCharsets.UTF_8);
  }

  private static String hash(byte[] content) {
    try {
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(content), 0, 6);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }
}
