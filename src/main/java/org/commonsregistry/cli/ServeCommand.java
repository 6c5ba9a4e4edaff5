package org.commonsregistry.cli;

import io.micronaut.context.ApplicationContext;
import io.micronaut.runtime.server.EmbeddedServer;
import java.io.IOException;
import java.net.BindException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import org.commonsregistry.home.Home;
import org.commonsregistry.home.RunFile;
import org.commonsregistry.identity.OperatorToken;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Runs the registry until it is told to stop. */
@Command(
    name = "serve",
    description = "Run the registry: portal, API, SPARQL. Ready when GET /health says UP.",
    mixinStandardHelpOptions = true)
final class ServeCommand implements Callable<Integer> {
  @Option(
      names = "--port",
      defaultValue = "8080",
      description = "Port to listen on (default: ${DEFAULT-VALUE}).")
  private int port;

  @Option(
      names = "--home",
      defaultValue = "var",
      paramLabel = "DIR",
      description = "Folder of everything that must not be lost (default: ${DEFAULT-VALUE}).")
  private Path home = Path.of("var");

  @Option(
      names = "--base-iri",
      paramLabel = "IRI",
      description = "Public address under which this registry names its datasets.")
  private @Nullable String baseIri;

  @Option(names = "--rehearse", hidden = true, description = "Start, answer a few requests, stop.")
  private boolean rehearse;

  @Override
  public Integer call() throws Exception {
    var properties = new HashMap<String, Object>();
    properties.put("commons.home", home.toAbsolutePath().normalize().toString());
    properties.put("micronaut.server.port", port);
    if (baseIri != null) {
      properties.put("commons.base-iri", baseIri);
    }
    var stopped = new CountDownLatch(1);
    var context = start(properties);
    try {
      var server = context.getBean(EmbeddedServer.class);
      var file = context.getBean(Home.class).runFile();
      var address = URI.create("http://localhost:" + server.getPort() + "/");
      new RunFile(
              address, context.getBean(OperatorToken.class).value(), ProcessHandle.current().pid())
          .write(file);
      System.err.println(
          "Commons Registry answers at "
              + address
              + " (home "
              + file.getParent()
              + "). Ctrl-C stops it.");
      if (rehearse) {
        return Rehearsal.of(address) ? Commons.DONE : Commons.ANSWER_IS_NO;
      }
      Runtime.getRuntime()
          .addShutdownHook(
              new Thread(
                  () -> {
                    forget(file);
                    context.close();
                    stopped.countDown();
                  }));
      stopped.await();
    } finally {
      context.close();
    }
    return Commons.DONE;
  }

  /** A run file that stays behind does no harm, but it names a token. */
  private static void forget(Path runFile) {
    try {
      Files.deleteIfExists(runFile);
    } catch (IOException e) {
      System.err.println("commons: " + runFile + " could not be deleted: " + e.getMessage());
    }
  }

  private ApplicationContext start(Map<String, Object> properties) {
    try {
      var context = ApplicationContext.builder().banner(false).properties(properties).start();
      context.getBean(EmbeddedServer.class).start();
      return context;
    } catch (RuntimeException e) {
      for (Throwable cause = e; cause != null; cause = cause.getCause()) {
        if (cause instanceof BindException) {
          throw new CannotRunException(
              "Port " + port + " is taken by another program. Choose another with --port.");
        }
      }
      throw e;
    }
  }
}
