package io.jenkins.plugins.slacknotify.config.rules;

import io.jenkins.plugins.slacknotify.config.form.ChannelName;
import io.jenkins.plugins.slacknotify.config.form.FieldValidation;
import io.jenkins.plugins.slacknotify.config.form.ListElement;
import io.jenkins.plugins.slacknotify.routing.Rule;
import io.jenkins.plugins.slacknotify.routing.RuleScope;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Finds the problems of workspaces, destinations, templates and rules: of each by itself, and of all together. */
public final class RoutingValidator {
    /** The message for a destination of a folder that names a workspace. */
    static final String FOREIGN_WORKSPACE =
            "Only a destination of the whole system may name a workspace, so messages to this one go nowhere. Remove the workspace, or the"
                    + " destination, and ask an administrator for a destination in that workspace, which the rules here can then name.";

    /** The greatest number of names in a sentence that people can read. */
    private static final int MAX_NAMED = 20;

    private RoutingValidator() {}

    /** The destinations that name a workspace in a scope where they may not. */
    public static List<RoutingProblem> forbiddenWorkspaces(RuleScope scope, List<DestinationConfig> destinations) {
        return IntStream.range(0, destinations.size())
                .filter(index -> destinations.get(index).isForbiddenIn(scope))
                .mapToObj(index -> new RoutingProblem(
                        "destinations", index, destinations.get(index).getName(), "workspace", FOREIGN_WORKSPACE))
                .toList();
    }

    /** @throws IllegalArgumentException where a destination of a folder is invalid, or two have one name */
    static void requireValidOfFolder(List<DestinationConfig> destinations) {
        requireValid("destinations", destinations, DestinationConfig::getName);
        throwIfAny(forbiddenWorkspaces(RuleScope.FOLDER, destinations));
    }

    public static List<RoutingProblem> problemsOf(SystemRouting routing) {
        List<RoutingProblem> problems = rejectedFieldsOf(routing);
        return problems.isEmpty() ? crossProblemsOf(routing) : problems;
    }

    /** The fields that constructors and setters did not accept. While there are any, nothing else is checked. */
    static List<RoutingProblem> rejectedFieldsOf(SystemRouting routing) {
        return Stream.of(
                        rejectedFieldsOf("workspaces", routing.getWorkspaces()),
                        rejectedFieldsOf("destinations", routing.getDestinations()),
                        rejectedFieldsOf("templates", routing.getTemplates()),
                        rejectedFieldsOf("rules", routing.getRules()),
                        rejectedFieldsOf("channelLimits", routing.getChannelLimits()))
                .flatMap(List::stream)
                .toList();
    }

    private static List<RoutingProblem> crossProblemsOf(SystemRouting routing) {
        List<RoutingProblem> problems = new ArrayList<>();
        problems.addAll(duplicateNames("workspaces", routing.getWorkspaces(), WorkspaceConfig::getName));
        problems.addAll(duplicateNames("destinations", routing.getDestinations(), DestinationConfig::getName));
        problems.addAll(duplicateNames("templates", routing.getTemplates(), TemplateConfig::getName));
        problems.addAll(unknownWorkspaces(routing));
        problems.addAll(crossProblemsOf(routing.getRules(), routing.names()));
        return problems;
    }

    private static List<RoutingProblem> unknownWorkspaces(SystemRouting routing) {
        List<DestinationConfig> all = routing.getDestinations();
        return IntStream.range(0, all.size())
                .boxed()
                .flatMap(index -> Optional.ofNullable(all.get(index).getWorkspace())
                        .filter(workspace -> routing.credentialsOf(workspace).isEmpty())
                        .map(
                                workspace -> new RoutingProblem(
                                        "destinations",
                                        index,
                                        all.get(index).getName(),
                                        "workspace",
                                        workspace,
                                        "there is no workspace '" + workspace + "'."
                                                + known(routing.getWorkspaces().stream()
                                                        .map(WorkspaceConfig::getName)
                                                        .toList())
                                                + " Add it to the workspaces, or leave it out for the workspace of the system channel."))
                        .stream())
                .toList();
    }

    /** The position and name of a rule, with which its problems are made. */
    private record RuleLocation(int index, String name) {
        Function<Finding, RoutingProblem> at(String field) {
            return finding -> new RoutingProblem("rules", index, name, field, finding.subject(), finding.message());
        }
    }

    /** A problem of a field of a rule, as {@link RoutingProblem} has it. */
    private record Finding(String subject, String message) {}

    public static List<RoutingProblem> problemsOf(List<RuleConfig> rules, NameResolver names) {
        List<RoutingProblem> problems = rejectedFieldsOf("rules", rules);
        return problems.isEmpty() ? crossProblemsOf(rules, names) : problems;
    }

    private static List<RoutingProblem> rejectedFieldsOf(String list, List<? extends ListElement> elements) {
        return IntStream.range(0, elements.size())
                .boxed()
                .flatMap(index -> rejectedFieldsOf(list, index, elements.get(index)))
                .toList();
    }

    private static Stream<RoutingProblem> rejectedFieldsOf(String list, int index, ListElement element) {
        return element.validationErrors().entrySet().stream()
                .map(error ->
                        new RoutingProblem(list, index, element.label(index + 1), error.getKey(), error.getValue()));
    }

    /**
     * Validates elements of which some stand in the file as they are.
     *
     * @param kept those
     * @throws IllegalArgumentException where a field of another element is invalid, with its path
     */
    static void requireValid(
            String list, List<? extends ListElement> elements, Collection<? extends ListElement> kept) {
        throwIfAny(rejectedFieldsOf(list, elements).stream()
                .filter(problem -> !kept.contains(elements.get(problem.index())))
                .toList());
    }

    /**
     * Validates the destinations and templates of a folder among each other.
     *
     * @param before those until now, which may have had a problem
     * @throws IllegalArgumentException with the problems that were not there before
     */
    static void requireNoNewProblem(FolderLists before, FolderLists after) {
        List<List<String>> known =
                problemsOf(before).stream().map(RoutingValidator::identity).toList();
        throwIfAny(problemsOf(after).stream()
                .filter(problem -> !known.contains(identity(problem)))
                .toList());
    }

    record FolderLists(List<DestinationConfig> destinations, List<TemplateConfig> templates) {}

    private static List<RoutingProblem> problemsOf(FolderLists lists) {
        List<RoutingProblem> problems = new ArrayList<>(forbiddenWorkspaces(RuleScope.FOLDER, lists.destinations()));
        problems.addAll(duplicateNames("destinations", lists.destinations(), DestinationConfig::getName));
        problems.addAll(duplicateNames("templates", lists.templates(), TemplateConfig::getName));
        return problems;
    }

    /** Returns the parts of a problem that are the same at another position. */
    private static List<String> identity(RoutingProblem problem) {
        return List.of(problem.list(), problem.name(), problem.field(), problem.message());
    }

    /** @throws IllegalArgumentException where a field of an element is invalid, with its path */
    static void requireValid(String list, List<? extends ListElement> elements) {
        requireValid(list, elements, List.of());
    }

    /** @throws IllegalArgumentException where a field of an element is invalid, or two elements have one name */
    static <T extends ListElement> void requireValid(String list, List<T> elements, Function<T, String> name) {
        requireValid(list, elements);
        throwIfAny(duplicateNames(list, elements, name));
    }

    private static void throwIfAny(List<RoutingProblem> problems) {
        FieldValidation.throwIfInvalid(
                problems.stream().map(RoutingProblem::toString).reduce((one, other) -> one + " " + other));
    }

    private static List<RoutingProblem> crossProblemsOf(List<RuleConfig> rules, NameResolver names) {
        List<RoutingProblem> problems = new ArrayList<>();
        List<Rule> read =
                RuleConfig.toRules(new RuleScopeConfig(RuleScope.SYSTEM, "", List.of(), List.of(), rules), names);
        for (int index = 0; index < read.size(); index++) {
            RuleLocation rule = new RuleLocation(index, read.get(index).name());
            impossibleChannels(rules.get(index), names).map(rule.at("to")).forEach(problems::add);
            unknownDestinations(rules.get(index), names).map(rule.at("to")).forEach(problems::add);
            unknownTemplate(rules.get(index), names).map(rule.at("template")).forEach(problems::add);
            shadowedBy(read, index).map(rule.at("")).forEach(problems::add);
        }
        return problems;
    }

    private static Stream<Finding> unknownDestinations(RuleConfig rule, NameResolver names) {
        return rule.getTo().stream()
                .filter(written -> names.target(written).isEmpty())
                .map(written -> new Finding(
                        written,
                        "there is no destination '" + written + "'." + known(names, names.destinationNames())
                                + " For a channel, write '#" + written + "'."));
    }

    /** The names that are neither a destination nor a possible channel. */
    private static Stream<Finding> impossibleChannels(RuleConfig rule, NameResolver names) {
        return rule.getTo().stream()
                .filter(written -> names.target(written).isPresent()
                        && names.destination(written).isEmpty())
                .filter(written -> !ChannelName.isValid(written))
                .map(written -> new Finding(
                        written,
                        "no channel of Slack can be called '" + written
                                + "'. Write one name, such as '#builds', or one id, such as C024BE91L."));
    }

    private static Stream<Finding> unknownTemplate(RuleConfig rule, NameResolver names) {
        return Stream.ofNullable(rule.getTemplate())
                .filter(name -> names.template(name).isEmpty())
                .map(name -> new Finding(
                        name, "there is no template '" + name + "'." + known(names, names.templateNames())));
    }

    /** Returns a sentence that lists names; the empty text where the reader may know none of them. */
    private static String known(NameResolver resolver, List<String> names) {
        return names.isEmpty() && !resolver.isComplete() ? "" : known(names);
    }

    private static String known(List<String> names) {
        if (names.isEmpty()) {
            return " None has a name yet.";
        }
        int more = names.size() - MAX_NAMED;
        String named = String.join(", ", names.subList(0, Math.min(MAX_NAMED, names.size())));
        return " There are: " + named + (more > 0 ? ", and " + more + " more." : ".");
    }

    /** Reports a rule that no build reaches, because an earlier rule is the last one for all of its builds. */
    private static Stream<Finding> shadowedBy(List<Rule> rules, int index) {
        return rules.subList(0, index).stream()
                .filter(earlier -> earlier.endsList()
                        && !rules.get(index).disabled()
                        && earlier.when().covers(rules.get(index).when()))
                .limit(1)
                .map(earlier -> new Finding(
                        "",
                        "it is never asked, as '" + earlier.name()
                                + "' before it is the last one for all of its builds. Move it up, or let '"
                                + earlier.name() + "' go on."));
    }

    private static <T> List<RoutingProblem> duplicateNames(String list, List<T> all, Function<T, String> name) {
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
