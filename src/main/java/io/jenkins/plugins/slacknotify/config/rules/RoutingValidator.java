package io.jenkins.plugins.slacknotify.config.rules;

import io.jenkins.plugins.slacknotify.config.form.ChannelName;
import io.jenkins.plugins.slacknotify.config.form.FieldValidation;
import io.jenkins.plugins.slacknotify.config.form.ListElement;
import io.jenkins.plugins.slacknotify.routing.Rule;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** What is wrong with names and rules as they stand together: each in words that say where it is and what to do. */
public final class RoutingValidator {
    private RoutingValidator() {}

    static List<RoutingProblem> problemsOf(SystemRouting routing) {
        List<RoutingProblem> problems = rejectedFieldsOf(routing);
        return problems.isEmpty() ? together(routing) : problems;
    }

    /** What constructors and setters did not take over: while there is any, the rest is not looked at. */
    static List<RoutingProblem> rejectedFieldsOf(SystemRouting routing) {
        return Stream.of(
                        rejectedFieldsOf("workspaces", routing.getWorkspaces()),
                        rejectedFieldsOf("destinations", routing.getDestinations()),
                        rejectedFieldsOf("templates", routing.getTemplates()),
                        rejectedFieldsOf("rules", routing.getRules()))
                .flatMap(List::stream)
                .toList();
    }

    private static List<RoutingProblem> together(SystemRouting routing) {
        List<RoutingProblem> problems = new ArrayList<>();
        problems.addAll(twins("workspaces", routing.getWorkspaces(), WorkspaceConfig::getName));
        problems.addAll(twins("destinations", routing.getDestinations(), DestinationConfig::getName));
        problems.addAll(twins("templates", routing.getTemplates(), TemplateConfig::getName));
        problems.addAll(unlisted(routing));
        problems.addAll(together(routing.getRules(), routing.names()));
        return problems;
    }

    private static List<RoutingProblem> unlisted(SystemRouting routing) {
        List<DestinationConfig> all = routing.getDestinations();
        return IntStream.range(0, all.size())
                .filter(index -> all.get(index).getWorkspace() != null)
                .filter(index ->
                        routing.credentialsOf(all.get(index).getWorkspace()).isEmpty())
                .mapToObj(
                        index -> new RoutingProblem(
                                "destinations",
                                index,
                                all.get(index).getName(),
                                "workspace",
                                "there is no workspace '" + all.get(index).getWorkspace() + "'. "
                                        + known(routing.getWorkspaces().stream()
                                                .map(WorkspaceConfig::getName)
                                                .toList())
                                        + " Add it to the workspaces, or leave it out for the workspace of the system channel."))
                .toList();
    }

    /** A rule that may have problems. */
    private record Spot(int index, String name) {
        Function<String, RoutingProblem> at(String field) {
            return words -> new RoutingProblem("rules", index, name, field, words);
        }
    }

    /** Those of a list of rules. */
    public static List<RoutingProblem> problemsOf(List<RuleConfig> rules, NameResolver names) {
        List<RoutingProblem> problems = rejectedFieldsOf("rules", rules);
        return problems.isEmpty() ? together(rules, names) : problems;
    }

    private static List<RoutingProblem> rejectedFieldsOf(String list, List<? extends ListElement> elements) {
        return IntStream.range(0, elements.size())
                .boxed()
                .flatMap(index -> rejectedFieldsOf(list, index, elements.get(index)))
                .toList();
    }

    private static Stream<RoutingProblem> rejectedFieldsOf(String list, int index, ListElement element) {
        return element.validationErrors().entrySet().stream()
                .map(refusal -> new RoutingProblem(
                        list, index, element.label(index + 1), refusal.getKey(), refusal.getValue()));
    }

    /** @throws IllegalArgumentException where constructors or setters of elements have refused something, with its place */
    static void requireValid(String list, List<? extends ListElement> elements) {
        throwing(rejectedFieldsOf(list, elements));
    }

    /** @throws IllegalArgumentException as {@link #requireValid(String, List)}, and where two have one name */
    static <T extends ListElement> void requireValid(String list, List<T> elements, Function<T, String> name) {
        requireValid(list, elements);
        throwing(twins(list, elements, name));
    }

    private static void throwing(List<RoutingProblem> problems) {
        FieldValidation.throwIfInvalid(
                problems.stream().map(RoutingProblem::toString).reduce((one, other) -> one + " " + other));
    }

    private static List<RoutingProblem> together(List<RuleConfig> rules, NameResolver names) {
        List<RoutingProblem> problems = new ArrayList<>();
        List<Rule> read = RuleConfigs.of(rules, names);
        for (int index = 0; index < read.size(); index++) {
            Spot rule = new Spot(index, read.get(index).name());
            impossibleChannels(rules.get(index), names).map(rule.at("to")).forEach(problems::add);
            unknownDestinations(rules.get(index), names).map(rule.at("to")).forEach(problems::add);
            unknownTemplate(rules.get(index), names).map(rule.at("template")).forEach(problems::add);
            shadow(read, index).map(rule.at("")).forEach(problems::add);
        }
        return problems;
    }

    private static Stream<String> unknownDestinations(RuleConfig rule, NameResolver names) {
        return rule.getTo().stream()
                .filter(written -> names.target(written).isEmpty())
                .map(written -> "there is no destination '" + written + "'. " + known(names.destinationNames())
                        + " For a channel, write '#" + written + "'.");
    }

    /** Those that are no channel by their name, as no destination is called so. */
    private static Stream<String> impossibleChannels(RuleConfig rule, NameResolver names) {
        return rule.getTo().stream()
                .filter(written -> names.target(written).isPresent()
                        && names.destination(written).isEmpty())
                .filter(written -> !ChannelName.isValid(written))
                .map(written -> "no channel of Slack can be called '" + written
                        + "'. Write one name, such as '#builds', or one id, such as C024BE91L.");
    }

    private static Stream<String> unknownTemplate(RuleConfig rule, NameResolver names) {
        return Stream.ofNullable(rule.getTemplate())
                .filter(name -> names.template(name).isEmpty())
                .map(name -> "there is no template '" + name + "'. " + known(names.templateNames()));
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

    private static <T> List<RoutingProblem> twins(String list, List<T> all, Function<T, String> name) {
        Set<String> seen = new HashSet<>();
        return IntStream.range(0, all.size())
                .filter(index -> !seen.add(name.apply(all.get(index))))
                .mapToObj(index -> new RoutingProblem(
                        list,
                        index,
                        name.apply(all.get(index)),
                        "name",
                        "there are two of the name '" + name.apply(all.get(index)) + "'. Rename one of them."))
                .toList();
    }
}
