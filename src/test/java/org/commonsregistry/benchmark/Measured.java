package org.commonsregistry.benchmark;

import com.sun.management.OperatingSystemMXBean;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Runs a main class in a JVM of its own and reads its CPU and wall time. */
final class Measured {
  private static final String OUT = "benchmark.figures";

  private Measured() {}

  /** Seconds. */
  record Figures(double cpu, double wall) {}

  static Figures run(String mainClass, String... arguments)
      throws IOException, InterruptedException {
    var figures = Files.createTempFile("figures", ".txt");
    var command = java();
    command.add("-D" + OUT + "=" + figures);
    command.add("-cp");
    command.add(System.getProperty("java.class.path"));
    command.add(Measured.class.getName());
    command.add(mainClass);
    command.addAll(Arrays.asList(arguments));
    var log = Files.createTempFile("benchmark", ".log").toFile();
    var process = new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(log).start();
    var exit = process.waitFor();
    if (exit != 0) {
      throw new IOException(
          mainClass + " ended with " + exit + ":\n" + Files.readString(log.toPath()));
    }
    var parts = Files.readString(figures).split(" ");
    return new Figures(Double.parseDouble(parts[0]), Double.parseDouble(parts[1]));
  }

  /** The command of the JVM that runs this, with the settings the launcher gives. */
  static List<String> java() {
    return new ArrayList<>(
        List.of(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "--enable-native-access=ALL-UNNAMED",
            "--sun-misc-unsafe-memory-access=allow",
            "-XX:+UseSerialGC",
            "-Xmx512m"));
  }

  /** The child: runs the main class and notes its figures. */
  public static void main(String[] arguments) throws Exception {
    var started = System.nanoTime();
    var out = Path.of(System.getProperty(OUT));
    Runtime.getRuntime()
        .addShutdownHook(
            new Thread(
                () -> {
                  var system = (OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();
                  try {
                    Files.writeString(
                        out,
                        system.getProcessCpuTime() / 1e9
                            + " "
                            + (System.nanoTime() - started) / 1e9);
                  } catch (IOException e) {
                    throw new java.io.UncheckedIOException(e);
                  }
                }));
    Class.forName(arguments[0])
        .getMethod("main", String[].class)
        .invoke(null, (Object) Arrays.copyOfRange(arguments, 1, arguments.length));
  }
}
