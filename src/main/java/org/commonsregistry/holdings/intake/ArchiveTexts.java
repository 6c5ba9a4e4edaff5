package org.commonsregistry.holdings.intake;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.Arrays;
import org.apache.commons.compress.archivers.ArchiveEntry;
import org.apache.commons.compress.archivers.ArchiveInputStream;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.apache.commons.compress.archivers.zip.ZipArchiveInputStream;
import org.commonsregistry.catalog.TextCleaning;

/**
 * tar and zip, read as a stream: nothing is written to the disk, so a member's name is only a name.
 * Archives inside archives are not opened.
 */
final class ArchiveTexts {
  private static final int LONGEST_NAME = 1_000;
  private static final String[] ARCHIVES = {
    ".zip", ".tar", ".gz", ".tgz", ".zst", ".bz2", ".xz", ".7z", ".rar", ".parquet"
  };

  private ArchiveTexts() {}

  static void tar(InputStream in, TextSink sink) throws IOException {
    var tar = new TarArchiveInputStream(in, "UTF-8");
    members(tar, tar, sink);
  }

  /** Whoever unpacks counts: a zip is a hull around members packed one by one. */
  static void zip(InputStream in, Bounds bounds, TextSink sink) throws IOException {
    var zip = new ZipArchiveInputStream(in, "UTF-8", true, false, true);
    members(zip, bounds.unpacked(zip), sink);
  }

  private static void members(ArchiveInputStream<?> archive, InputStream content, TextSink sink)
      throws IOException {
    var members = 0;
    for (var entry = archive.getNextEntry(); entry != null; entry = archive.getNextEntry()) {
      if (++members > Bounds.MOST_MEMBERS) {
        throw new FileRefusedException(
            "The archive has more than " + Bounds.MOST_MEMBERS + " files.",
            "Send it in smaller parts, or as JSON Lines.");
      }
      if (!entry.isDirectory()) {
        member(archive, entry, new Member(content), sink);
      }
    }
    if (members == 0) {
      throw new FileRefusedException(
          "The archive has no files; it may not be what its name says.",
          "Look what it is, and send it under the right name.");
    }
  }

  private static void member(
      ArchiveInputStream<?> archive, ArchiveEntry entry, InputStream content, TextSink sink)
      throws IOException {
    var name = name(entry.getName());
    if (!archive.canReadEntryData(entry)) {
      sink.reject(name, "It is encrypted, or packed in a way that cannot be read as a stream.");
      return;
    }
    if (entry instanceof TarArchiveEntry tar && !tar.isFile()) {
      sink.reject(name, "It is a link or a device and not a file.");
      return;
    }
    if (Arrays.asList(name.split("/")).contains("..")) {
      sink.reject(name, "Its name leads out of the archive.");
    } else if (Arrays.stream(ARCHIVES)
        .anyMatch(name.toLowerCase(java.util.Locale.ROOT)::endsWith)) {
      sink.reject(name, "It is an archive inside an archive; unpack it and send it by itself.");
    } else {
      switch (FileFormat.ofName(name).orElse(FileFormat.PARQUET)) {
        case TEXT -> PlainTexts.read(content, name, false, sink);
        case MARKDOWN -> PlainTexts.read(content, name, true, sink);
        case JSON_LINES -> JsonTexts.read(content, name + ", ", sink);
        case TAR, ZIP, PARQUET -> sink.reject(name, "It is not .txt, .md or .jsonl.");
      }
    }
    content.transferTo(OutputStream.nullOutputStream()); // counted, unlike what the library skips
  }

  private static String name(String stated) {
    var plain = TextCleaning.clean(stated.replace('\\', '/')).replaceFirst("^(\\./|/)+", "");
    return plain.length() > LONGEST_NAME ? plain.substring(0, LONGEST_NAME) : plain;
  }

  /** What belongs to one member; closing it leaves the archive open. */
  private static final class Member extends FilterInputStream {
    Member(InputStream content) {
      super(content);
    }

    @Override
    public void close() {}
  }
}
