package io.jenkins.plugins.slacknotify.config.rules;

import edu.umd.cs.findbugs.annotations.CheckForNull;
import hudson.Extension;
import hudson.model.Describable;
import hudson.model.Descriptor;
import io.jenkins.plugins.slacknotify.config.form.FieldValidation;
import io.jenkins.plugins.slacknotify.config.form.FormLists;
import io.jenkins.plugins.slacknotify.config.form.ListElement;
import io.jenkins.plugins.slacknotify.config.form.XmlDefaults;
import io.jenkins.plugins.slacknotify.routing.ChannelLimits;
import io.jenkins.plugins.slacknotify.routing.Rule;
import io.jenkins.plugins.slacknotify.routing.RuleScope;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.kohsuke.stapler.DataBoundConstructor;
import org.kohsuke.stapler.DataBoundSetter;

/**
 * The workspaces, destinations, templates and rules of the whole system: {@code routing:} of {@code unclassified: slackNotify:} in
 * Configuration as Code.
 */
public class SystemRouting implements Describable<SystemRouting> {
    /** The path in Configuration as Code. */
    public static final String PATH = "unclassified.slackNotify.routing";

    private List<WorkspaceConfig> workspaces = new ArrayList<>();
    private List<DestinationConfig> destinations = new ArrayList<>();
    private List<TemplateConfig> templates = new ArrayList<>();
    private List<RuleConfig> rules = new ArrayList<>();
    private List<ChannelLimitConfig> channelLimits = new ArrayList<>();

    @DataBoundConstructor
    public SystemRouting() {
        // Everything has a setter.
    }

    public List<WorkspaceConfig> getWorkspaces() {
        return List.copyOf(workspaces);
    }

    @DataBoundSetter
    public void setWorkspaces(@CheckForNull List<WorkspaceConfig> workspaces) {
        this.workspaces = FormLists.copy(workspaces);
    }

    public List<DestinationConfig> getDestinations() {
        return List.copyOf(destinations);
    }

    @DataBoundSetter
    public void setDestinations(@CheckForNull List<DestinationConfig> destinations) {
        this.destinations = FormLists.copy(destinations);
    }

    public List<TemplateConfig> getTemplates() {
        return List.copyOf(templates);
    }

    @DataBoundSetter
    public void setTemplates(@CheckForNull List<TemplateConfig> templates) {
        this.templates = FormLists.copy(templates);
    }

    /** The rules, in the order in which they are evaluated. */
    public List<RuleConfig> getRules() {
        return List.copyOf(rules);
    }

    @DataBoundSetter
    public void setRules(@CheckForNull List<RuleConfig> rules) {
        this.rules = FormLists.copy(rules);
    }

    /** The channels to which jobs may write by themselves. For each job, the first that fits its name counts. */
    public List<ChannelLimitConfig> getChannelLimits() {
        return List.copyOf(channelLimits);
    }

    @DataBoundSetter
    public void setChannelLimits(@CheckForNull List<ChannelLimitConfig> channelLimits) {
        this.channelLimits = FormLists.copy(channelLimits);
    }

    /** Converts the limits for the engine. */
    public ChannelLimits toChannelLimits() {
        return new ChannelLimits(
                channelLimits.stream().map(ChannelLimitConfig::toLimit).toList());
    }

    private Object readResolve() {
        XmlDefaults.complete(this, new SystemRouting());
        Stream.of(workspaces, destinations, templates, rules, channelLimits)
                .forEach(list -> ListElement.warnOfInvalid("the system", list));
        return this;
    }

    /** Returns a routing with the same elements, to be changed. */
    public SystemRouting copy() {
        return only(element -> true);
    }

    /** Returns a routing that has the elements of each list for which a condition holds. */
    public SystemRouting only(Predicate<ListElement> condition) {
        SystemRouting copy = new SystemRouting();
        copy.workspaces = filter(workspaces, condition);
        copy.destinations = filter(destinations, condition);
        copy.templates = filter(templates, condition);
        copy.rules = filter(rules, condition);
        copy.channelLimits = filter(channelLimits, condition);
        return copy;
    }

    private static <T extends ListElement> List<T> filter(List<T> elements, Predicate<ListElement> condition) {
        return elements.stream().filter(condition).collect(Collectors.toCollection(ArrayList::new));
    }

    /** Returns whether nothing is configured here yet. */
    public boolean isUnused() {
        return Stream.of(workspaces, destinations, templates, rules, channelLimits)
                .allMatch(List::isEmpty);
    }

    /**
     * Returns whether messages with the token of a workspace have a name or an icon that is not the app's.
     *
     * @param workspace null for the workspace of the system channel
     */
    public boolean hasOwnSender(@CheckForNull String workspace) {
        return destinations.stream()
                .filter(one -> Objects.equals(one.getWorkspace(), workspace))
                .anyMatch(one -> one.getBotName() != null || one.getBotIcon() != null);
    }

    /** Returns whether a rule sends direct messages. */
    public boolean notifiesPeople() {
        return rules.stream()
                .anyMatch(rule -> !rule.isDisabled() && !rule.getPeople().isEmpty());
    }

    /** The id of the credential with the token of a workspace; empty where no workspace has this name. */
    public Optional<String> credentialsOf(String workspace) {
        return workspace(workspace).map(WorkspaceConfig::getCredentialsId);
    }

    /** Converts it to the scope of the system. */
    public RuleScopeConfig toScope() {
        return new RuleScopeConfig(RuleScope.SYSTEM, "", destinations, templates, rules);
    }

    /** The id of a workspace, for the token of a whole organisation; empty where it is not configured. */
    public Optional<String> teamOf(String workspace) {
        return workspace(workspace).map(WorkspaceConfig::getTeamId);
    }

    private Optional<WorkspaceConfig> workspace(String name) {
        return workspaces.stream().filter(one -> one.getName().equals(name)).findFirst();
    }

    /** The names that are known everywhere. */
    public NameResolver names() {
        return NameResolver.EMPTY.with(toScope(), true);
    }

    /** Converts the rules for the engine, in their order. */
    public List<Rule> toRules() {
        return RuleConfig.toRules(toScope(), names());
    }

    /**
     * Validates all of the routing, before it is applied as a whole.
     *
     * @throws IllegalArgumentException with all problems
     */
    public void check() {
        FieldValidation.throwIfInvalid(RoutingValidator.problemsOf(this).stream()
                .map(problem -> PATH + "." + problem)
                .reduce((one, other) -> one + " " + other));
    }

    /** Makes the routing known to Jenkins. Its pages show one element at a time. */
    @Extension
    public static class DescriptorImpl extends Descriptor<SystemRouting> {}
}
