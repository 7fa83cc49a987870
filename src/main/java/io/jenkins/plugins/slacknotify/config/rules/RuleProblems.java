package io.jenkins.plugins.slacknotify.config.rules;

import io.jenkins.plugins.slacknotify.config.ChannelName;
import io.jenkins.plugins.slacknotify.config.Checks;
import io.jenkins.plugins.slacknotify.routing.Rule;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** What is wrong with names and rules as they stand together: each in words that say where it is and what to do. */
final class RuleProblems {
    private RuleProblems() {}

    static List<RuleProblem> in(SystemRouting routing) {
        List<RuleProblem> problems = new ArrayList<>();
        problems.addAll(twins("workspaces", routing.getWorkspaces(), SlackWorkspace::getName));
        problems.addAll(twins("destinations", routing.getDestinations(), NamedDestination::getName));
        problems.addAll(twins("templates", routing.getTemplates(), MessageTemplate::getName));
        problems.addAll(unlisted(routing));
        problems.addAll(in(routing.getRules(), routing.names()));
        return problems;
    }

    private static List<RuleProblem> unlisted(SystemRouting routing) {
        List<NamedDestination> all = routing.getDestinations();
        return IntStream.range(0, all.size())
                .filter(index -> all.get(index).getWorkspace() != null)
                .filter(index ->
                        routing.credentialsOf(all.get(index).getWorkspace()).isEmpty())
                .mapToObj(
                        index -> new RuleProblem(
                                "destinations",
                                index,
                                all.get(index).getName(),
                                "workspace",
                                "there is no workspace '" + all.get(index).getWorkspace() + "'. "
                                        + known(routing.getWorkspaces().stream()
                                                .map(SlackWorkspace::getName)
                                                .toList())
                                        + " Add it to the workspaces, or leave it out for the workspace of the system channel."))
                .toList();
    }

    /** A rule that may have problems. */
    private record Spot(int index, String name) {
        Function<String, RuleProblem> at(String field) {
            return words -> new RuleProblem("rules", index, name, field, words);
        }
    }

    /** Those of a list of rules. */
    static List<RuleProblem> in(List<NotificationRule> rules, Names names) {
        List<RuleProblem> problems = refused(rules);
        return problems.isEmpty() ? together(rules, names) : problems;
    }

    /** What setters did not take over. */
    private static List<RuleProblem> refused(List<NotificationRule> rules) {
        return IntStream.range(0, rules.size())
                .boxed()
                .flatMap(index -> refused(
                        rules.get(index), new Spot(index, rules.get(index).label(index + 1))))
                .toList();
    }

    private static Stream<RuleProblem> refused(NotificationRule rule, Spot spot) {
        return rule.refusals().entrySet().stream()
                .map(refusal -> spot.at(refusal.getKey()).apply(refusal.getValue()));
    }

    /** @throws IllegalArgumentException where setters of rules have refused something, with its place */
    static void refuse(List<NotificationRule> rules) {
        Checks.throwing(refused(rules).stream().map(RuleProblem::toString).reduce((one, other) -> one + " " + other));
    }

    private static List<RuleProblem> together(List<NotificationRule> rules, Names names) {
        List<RuleProblem> problems = new ArrayList<>();
        List<Rule> read = Rules.of(rules, names);
        for (int index = 0; index < read.size(); index++) {
            Spot rule = new Spot(index, read.get(index).name());
            impossibleChannels(rules.get(index), names).map(rule.at("to")).forEach(problems::add);
            unknownDestinations(rules.get(index), names).map(rule.at("to")).forEach(problems::add);
            unknownTemplate(rules.get(index), names).map(rule.at("template")).forEach(problems::add);
            shadow(read, index).map(rule.at("")).forEach(problems::add);
        }
        return problems;
    }

    private static Stream<String> unknownDestinations(NotificationRule rule, Names names) {
        return rule.getTo().stream()
                .filter(written -> names.target(written).isEmpty())
                .map(written -> "there is no destination '" + written + "'. " + known(names.destinations())
                        + " For a channel, write '#" + written + "'.");
    }

    /** Those that are no channel by their name, as no destination is called so. */
    private static Stream<String> impossibleChannels(NotificationRule rule, Names names) {
        return rule.getTo().stream()
                .filter(written -> names.target(written).isPresent()
                        && names.destination(written).isEmpty())
                .filter(written -> !ChannelName.isPossible(written))
                .map(written -> "no channel of Slack can be called '" + written
                        + "'. Write one name, such as '#builds', or one id, such as C024BE91L.");
    }

    private static Stream<String> unknownTemplate(NotificationRule rule, Names names) {
        return Stream.ofNullable(rule.getTemplate())
                .filter(name -> names.template(name).isEmpty())
                .map(name -> "there is no template '" + name + "'. " + known(names.templates()));
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

    static <T> List<RuleProblem> twins(String list, List<T> all, Function<T, String> name) {
        Set<String> seen = new HashSet<>();
        return IntStream.range(0, all.size())
                .filter(index -> !seen.add(name.apply(all.get(index))))
                .mapToObj(index -> new RuleProblem(
                        list,
                        index,
                        name.apply(all.get(index)),
                        "name",
                        "there are two of the name '" + name.apply(all.get(index)) + "'. Rename one of them."))
                .toList();
    }
}
