package org.commonsregistry.cli;

import picocli.CommandLine.Command;

/** What is done with rulesets. */
@Command(
    name = "rules",
    description = "Check a ruleset by its own examples, compare two, or try one on the catalogue.",
    subcommands = {RulesTestCommand.class, RulesDiffCommand.class, RulesDryRunCommand.class},
    mixinStandardHelpOptions = true)
final class RulesCommand {}
