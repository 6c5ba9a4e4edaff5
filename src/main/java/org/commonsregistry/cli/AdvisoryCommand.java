package org.commonsregistry.cli;

import picocli.CommandLine.Command;

/** Groups what has to do with the advisory text model. */
@Command(
    name = "advisory",
    description =
        "The text model that gives advice on categories and on sentences about terms. Advice, never"
            + " a verdict.",
    subcommands = {AdvisoryTrainCommand.class, AdvisorySuggestCommand.class},
    mixinStandardHelpOptions = true)
final class AdvisoryCommand {}
