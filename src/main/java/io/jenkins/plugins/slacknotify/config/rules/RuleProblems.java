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
        List<RuleProblem> problems = refused(routing);
        return problems.isEmpty() ? together(routing) : problems;
    }

    /** What constructors and setters did not take over: while there is any, the rest is not looked at. */
    static List<RuleProblem> refused(SystemRouting routing) {
        return Stream.of(
                        refused("workspaces", routing.getWorkspaces()),
                        refused("destinations", routing.getDestinations()),
                        refused("templates", routing.getTemplates()),
                        refused("rules", routing.getRules()))
                .flatMap(List::stream)
                .toList();
    }

    private static List<RuleProblem> together(SystemRouting routing) {
        List<RuleProblem> problems = new ArrayList<>();
        problems.addAll(twins("workspaces", routing.getWorkspaces(), SlackWorkspace::getName));
        problems.addAll(twins("destinations", routing.getDestinations(), NamedDestination::getName));
        problems.addAll(twins("templates", routing.getTemplates(), MessageTemplate::getName));
        problems.addAll(unlisted(routing));
        problems.addAll(together(routing.getRules(), routing.names()));
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
        List<RuleProblem> problems = refused("rules", rules);
        return problems.isEmpty() ? together(rules, names) : problems;
    }

    private static List<RuleProblem> refused(String list, List<? extends ListElement> elements) {
        return IntStream.range(0, elements.size())
                .boxed()
                .flatMap(index -> refused(list, index, elements.get(index)))
                .toList();
    }

    private static Stream<RuleProblem> refused(String list, int index, ListElement element) {
        return element.refusals().entrySet().stream()
                .map(refusal ->
                        new RuleProblem(list, index, element.label(index + 1), refusal.getKey(), refusal.getValue()));
    }

    /** @throws IllegalArgumentException where constructors or setters of elements have refused something, with its place */
    static void refuse(String list, List<? extends ListElement> elements) {
        throwing(refused(list, elements));
    }

    /** @throws IllegalArgumentException as {@link #refuse(String, List)}, and where two have one name */
    static <T extends ListElement> void refuse(String list, List<T> elements, Function<T, String> name) {
        refuse(list, elements);
        throwing(twins(list, elements, name));
    }

    private static void throwing(List<RuleProblem> problems) {
        Checks.throwing(problems.stream().map(RuleProblem::toString).reduce((one, other) -> one + " " + other));
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

    private static <T> List<RuleProblem> twins(String list, List<T> all, Function<T, String> name) {
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
