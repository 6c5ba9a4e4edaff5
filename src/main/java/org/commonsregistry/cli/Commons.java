package org.commonsregistry.cli;

import java.io.PrintWriter;
import picocli.CommandLine;
import picocli.CommandLine.Command;

/** The {@code commons} command. */
@Command(
    name = "commons",
    description =
        "The public registry of the data commons that AI is trained, grounded and evaluated on.",
    subcommands = {
      ServeCommand.class,
      ImportCommand.class,
      IngestCommand.class,
      WithdrawCommand.class,
      RebuildCommand.class,
      RulesCommand.class,
      ClassifyCommand.class,
      PermissionsCommand.class,
      CheckCommand.class,
      VerifyCommand.class,
      AdvisoryCommand.class,
      CommandLine.HelpCommand.class
    },
    mixinStandardHelpOptions = true,
    versionProvider = Commons.Version.class,
    footer = {
      "",
      "Exit codes: 0 done; 1 done, but the answer is no; 2 could not run.",
    })
public final class Commons {
  static final int DONE = 0;
  static final int ANSWER_IS_NO = 1;
  static final int COULD_NOT_RUN = 2;

  private Commons() {}

  /** Kept, because the logging system forgets what nobody holds. */
  private static final java.util.logging.Logger LUCENE =
      java.util.logging.Logger.getLogger("org.apache.lucene");

  public static void main(String[] arguments) {
    LUCENE.setLevel(java.util.logging.Level.SEVERE);
    System.exit(run(arguments));
  }

  /** The exit code. */
  static int run(String... arguments) {
    return new CommandLine(new Commons())
        .setCaseInsensitiveEnumValuesAllowed(true)
        .setExecutionExceptionHandler(Commons::explained)
        .execute(arguments);
  }

  /** One sentence for people; the stack trace only when asked for. */
  private static int explained(
      Exception failure, CommandLine line, CommandLine.ParseResult parsed) {
    PrintWriter err = line.getErr();
    Throwable cause = failure;
    while (cause.getCause() != null
        && cause.getCause() != cause
        && !(cause instanceof CannotRunException)) {
      cause = cause.getCause();
    }
    err.println("commons: " + (cause.getMessage() == null ? cause.toString() : cause.getMessage()));
    if (System.getenv("COMMONS_TRACE") != null) {
      failure.printStackTrace(err);
    }
    return COULD_NOT_RUN;
  }

  static final class Version implements CommandLine.IVersionProvider {
    @Override
    public String[] getVersion() {
      var version = Commons.class.getPackage().getImplementationVersion();
      return new String[] {"commons " + (version == null ? "(development)" : version)};
    }
  }
}
