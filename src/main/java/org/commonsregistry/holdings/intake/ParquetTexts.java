package org.commonsregistry.holdings.intake;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.apache.parquet.ParquetReadOptions;
import org.apache.parquet.conf.ParquetConfiguration;
import org.apache.parquet.conf.PlainParquetConfiguration;
import org.apache.parquet.example.data.Group;
import org.apache.parquet.hadoop.ParquetFileReader;
import org.apache.parquet.hadoop.ParquetReader;
import org.apache.parquet.hadoop.api.ReadSupport;
import org.apache.parquet.hadoop.example.GroupReadSupport;
import org.apache.parquet.hadoop.metadata.BlockMetaData;
import org.apache.parquet.io.InputFile;
import org.apache.parquet.io.LocalInputFile;
import org.apache.parquet.schema.GroupType;
import org.apache.parquet.schema.MessageType;
import org.apache.parquet.schema.PrimitiveType.PrimitiveTypeName;
import org.apache.parquet.schema.Type;

/**
 * Parquet (https://parquet.apache.org/docs/file-format/): a row is a record, its text in the column
 * {@code text}. Only columns that mean something here are read.
 */
final class ParquetTexts {
  private static final String TEXT = "text";
  private static final String METADATA = "metadata";

  /** Of the columns that are read; they are in memory at once. */
  private static final long LARGEST_ROW_GROUP = 256L << 20;

  private ParquetTexts() {}

  /**
   * @param file on a disk, because the format is read from its end
   */
  static void read(Path file, Bounds bounds, TextSink sink) throws IOException {
    try {
      var input = new LocalInputFile(file);
      var wanted = wanted(input);
      var settings = new PlainParquetConfiguration();
      settings.set(ReadSupport.PARQUET_READ_SCHEMA, wanted.toString());
      try (var rows = new Rows(input, settings).build()) {
        var number = 0L;
        for (var row = rows.read(); row != null; row = rows.read()) {
          row(row, "row " + ++number, bounds, sink);
        }
      }
    } catch (RuntimeException e) { // the library's only way to say so
      throw new FileRefusedException(
          "The file is not Parquet, or is damaged: " + e.getMessage(),
          "Write it again, and look whether another program can read it.");
    }
  }

  private static final class Rows extends ParquetReader.Builder<Group> {
    Rows(InputFile file, ParquetConfiguration settings) {
      super(file, settings);
    }

    @Override
    protected ReadSupport<Group> getReadSupport() {
      return new GroupReadSupport();
    }
  }

  private static MessageType wanted(InputFile input) throws IOException {
    var options = ParquetReadOptions.builder(new PlainParquetConfiguration()).build();
    try (var reader = ParquetFileReader.open(input, options)) {
      var schema = reader.getFileMetaData().getSchema();
      var fields = new ArrayList<Type>();
      for (var field : schema.getFields()) {
        if (field.getName().equals(TEXT) && string(field) || stated(field)) {
          fields.add(field);
        } else if (field.getName().equals(METADATA) && !field.isPrimitive()) {
          var group = field.asGroupType();
          var inner = group.getFields().stream().filter(ParquetTexts::stated).toList();
          if (!inner.isEmpty() && !field.isRepetition(Type.Repetition.REPEATED)) {
            fields.add(group.withNewFields(inner));
          }
        }
      }
      if (fields.stream().noneMatch(field -> field.getName().equals(TEXT))) {
        throw new FileRefusedException(
            "The file has no column 'text' of strings; it has "
                + schema.getFields().stream().map(Type::getName).toList()
                + ".",
            "Name the column with the text 'text'.");
      }
      var wanted = new MessageType(schema.getName(), fields);
      for (var group : reader.getRowGroups()) {
        refuseTooLarge(group, wanted);
      }
      return wanted;
    }
  }

  private static void refuseTooLarge(BlockMetaData group, MessageType wanted)
      throws FileRefusedException {
    var size = 0L;
    for (var column : group.getColumns()) {
      if (wanted.containsPath(column.getPath().toArray())) {
        size += Math.max(column.getTotalUncompressedSize(), column.getTotalSize());
      }
    }
    if (size > LARGEST_ROW_GROUP) {
      throw new FileRefusedException(
          "A row group of the file has "
              + size
              + " bytes of text, more than "
              + LARGEST_ROW_GROUP
              + ".",
          "Write the file with smaller row groups.");
    }
  }

  private static boolean string(Type field) {
    return field.isPrimitive()
        && !field.isRepetition(Type.Repetition.REPEATED)
        && field.asPrimitiveType().getPrimitiveTypeName() == PrimitiveTypeName.BINARY;
  }

  private static boolean stated(Type field) {
    return field.isPrimitive()
        && !field.isRepetition(Type.Repetition.REPEATED)
        && StatedFields.known(field.getName());
  }

  private static void row(Group row, String place, Bounds bounds, TextSink sink)
      throws IOException {
    var fields = new StatedFields();
    state(row, "", fields);
    var type = row.getType();
    if (type.containsField(METADATA) && row.getFieldRepetitionCount(METADATA) > 0) {
      state(row.getGroup(METADATA, 0), METADATA + ".", fields);
    }
    if (row.getFieldRepetitionCount(TEXT) == 0) {
      sink.reject(place, "The row has no text.");
      return;
    }
    var bytes = row.getBinary(TEXT, 0).getBytes();
    bounds.gave(bytes.length);
    var text =
        bytes.length > Bounds.LARGEST_TEXT
            ? java.util.Optional.<String>empty()
            : Characters.utf8(bytes, 0, bytes.length);
    if (text.isPresent()) {
      sink.text(fields.with(place, text.get(), bytes));
    } else {
      sink.reject(
          place,
          bytes.length > Bounds.LARGEST_TEXT
              ? "The text is longer than " + Bounds.LARGEST_TEXT + " bytes."
              : "The text is not valid UTF-8.");
    }
  }

  private static void state(Group group, String prefix, StatedFields fields) {
    for (var name : stated(group.getType())) {
      if (group.getFieldRepetitionCount(name) > 0) {
        fields.put(prefix + name, group.getValueToString(group.getType().getFieldIndex(name), 0));
      }
    }
  }

  private static List<String> stated(GroupType type) {
    return type.getFields().stream().filter(ParquetTexts::stated).map(Type::getName).toList();
  }
}
