package org.commonsregistry.cli;

import picocli.CommandLine.Command;

/** What is done with rulesets. */
@Command(
    name = "rules",
    description = "Check a ruleset by its own examples, or compare two.",
    subcommands = {RulesTestCommand.class, RulesDiffCommand.class},
    mixinStandardHelpOptions = true)
final class RulesCommand {}
