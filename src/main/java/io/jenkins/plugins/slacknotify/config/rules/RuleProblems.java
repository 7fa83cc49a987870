package io.jenkins.plugins.slacknotify.config.rules;

import io.jenkins.plugins.slacknotify.routing.Rule;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;

/** What is wrong with names and rules as they stand together: each in words that say where it is and what to do. */
final class RuleProblems {
    private RuleProblems() {}

    static List<String> in(SystemRouting routing) {
        List<String> problems = new ArrayList<>();
        problems.addAll(twins("workspaces", routing.getWorkspaces(), SlackWorkspace::getName));
        problems.addAll(twins("destinations", routing.getDestinations(), NamedDestination::getName));
        problems.addAll(twins("templates", routing.getTemplates(), MessageTemplate::getName));
        routing.getDestinations().stream()
                .filter(one -> one.getWorkspace() != null
                        && routing.credentialsOf(one.getWorkspace()).isEmpty())
                .map(one -> "destinations: '" + one.getName() + "' is in the workspace '" + one.getWorkspace()
                        + "', which is not listed among the workspaces.")
                .forEach(problems::add);
        problems.addAll(in(routing.getRules(), routing.names()));
        return problems;
    }

    /** Those of a list of rules. */
    static List<String> in(List<NotificationRule> rules, Names names) {
        List<String> problems = new ArrayList<>();
        List<Rule> read = Rules.of(rules, names);
        for (int index = 0; index < read.size(); index++) {
            String where = "rules[" + index + "] ('" + read.get(index).name() + "'): ";
            unknownNames(rules.get(index), names).map(where::concat).forEach(problems::add);
            shadow(read, index).map(where::concat).forEach(problems::add);
        }
        return problems;
    }

    private static Stream<String> unknownNames(NotificationRule rule, Names names) {
        Stream<String> destinations = rule.getTo().stream()
                .filter(written -> names.target(written).isEmpty())
                .map(written -> "there is no destination '" + written + "'. " + known(names.destinations())
                        + " For a channel, write '#" + written + "'.");
        Stream<String> templates = Stream.ofNullable(rule.getTemplate())
                .filter(name -> names.template(name).isEmpty())
                .map(name -> "there is no template '" + name + "'. " + known(names.templates()));
        return Stream.concat(destinations, templates);
    }

    private static String known(List<String> names) {
        return names.isEmpty() ? "None has a name yet." : "There are: " + String.join(", ", names) + ".";
    }

    /** A rule that fits no build that gets as far as it. */
    private static Stream<String> shadow(List<Rule> rules, int index) {
        return rules.subList(0, index).stream()
                .filter(earlier ->
                        earlier.last() && earlier.when().covers(rules.get(index).when()))
                .limit(1)
                .map(earlier -> "it is never asked, as '" + earlier.name()
                        + "' before it is the last one for all of its builds. Move it up, or let '" + earlier.name()
                        + "' go on.");
    }

    private static <T> List<String> twins(String list, List<T> all, Function<T, String> name) {
        Set<String> seen = new HashSet<>();
        return all.stream()
                .map(name)
                .filter(one -> !seen.add(one))
                .distinct()
                .map(one -> list + ": there are two of the name '" + one + "'. Rename one of them.")
                .toList();
    }
}
