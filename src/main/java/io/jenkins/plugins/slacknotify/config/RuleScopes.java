package io.jenkins.plugins.slacknotify.config;

import edu.umd.cs.findbugs.annotations.CheckForNull;
import hudson.ExtensionList;
import hudson.model.Item;
import io.jenkins.plugins.slacknotify.config.rules.NameResolver;
import io.jenkins.plugins.slacknotify.config.rules.RoutingProblem;
import io.jenkins.plugins.slacknotify.config.rules.RoutingValidator;
import io.jenkins.plugins.slacknotify.config.rules.RuleConfig;
import io.jenkins.plugins.slacknotify.config.rules.RuleScopeConfig;
import io.jenkins.plugins.slacknotify.config.rules.RuleScopeProvider;
import io.jenkins.plugins.slacknotify.config.rules.SystemRouting;
import io.jenkins.plugins.slacknotify.routing.RuleSet;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Collects the scopes whose rules apply to a job: the job itself, its folders, and the system. */
public final class RuleScopes {
    private RuleScopes() {}

    /**
     * The scopes of an item, the nearest first and the system last. Reads memory only.
     *
     * @param item a job or a folder; null for the system alone
     */
    public static List<RuleScopeConfig> of(@CheckForNull Item item) {
        return of(item, SlackNotifyConfiguration.get().getRouting());
    }

    /** The scopes of an item with another routing in place of the saved one of the system, for a preview. */
    public static List<RuleScopeConfig> of(@CheckForNull Item item, SystemRouting system) {
        List<RuleScopeConfig> scopes = new ArrayList<>(ownScopes(item));
        scopes.add(system.toScope());
        return scopes;
    }

    private static List<RuleScopeConfig> ownScopes(@CheckForNull Item item) {
        List<RuleScopeConfig> scopes = new ArrayList<>();
        for (Item at = item; at != null; at = OwnerJob.around(at)) {
            for (RuleScopeProvider provider : ExtensionList.lookup(RuleScopeProvider.class)) {
                provider.scopeOf(at).ifPresent(scopes::add);
            }
        }
        return scopes;
    }

    /** The names that an item can use: its own, those of its folders and those of the system. The nearest takes precedence. */
    public static NameResolver names(@CheckForNull Item item) {
        return names(of(item));
    }

    /** @param scopes the nearest first */
    static NameResolver names(List<RuleScopeConfig> scopes) {
        List<RuleScopeConfig> farthestFirst = new ArrayList<>(scopes);
        Collections.reverse(farthestFirst);
        NameResolver names = NameResolver.EMPTY;
        for (RuleScopeConfig scope : farthestFirst) {
            names = names.with(scope);
        }
        return names;
    }

    /**
     * The rules of an item and its folders for the engine, the nearest first, without those of the system. A rule knows the names of
     * its own scope and of the scopes around it, never those of a scope inside it.
     */
    public static List<RuleSet> ruleSets(Item item) {
        return ruleSets(of(item));
    }

    /** @param scopes the nearest first, and the system last */
    public static List<RuleSet> ruleSets(List<RuleScopeConfig> scopes) {
        List<RuleSet> sets = new ArrayList<>();
        for (int at = 0; at < scopes.size() - 1; at++) {
            firstRuleSet(scopes.subList(at, scopes.size())).ifPresent(sets::add);
        }
        return sets;
    }

    /**
     * The problems of the destinations and rules of the first scope, each with what to do about it; empty where there are none.
     *
     * @param scopes that scope, and those around it, the nearest first
     */
    public static List<String> problems(List<RuleScopeConfig> scopes) {
        RuleScopeConfig first = scopes.get(0);
        return Stream.concat(
                        RoutingValidator.forbiddenWorkspaces(first.scope(), first.destinations()).stream(),
                        RoutingValidator.problemsOf(first.rules(), names(scopes)).stream())
                .map(RoutingProblem::toString)
                .toList();
    }

    /** The rules of the first scope; empty where it has none. */
    private static Optional<RuleSet> firstRuleSet(List<RuleScopeConfig> scopes) {
        RuleScopeConfig first = scopes.get(0);
        return first.rules().isEmpty()
                ? Optional.empty()
                : Optional.of(
                        new RuleSet(first.scope(), first.owner(), RuleConfig.toRules(first.rules(), names(scopes))));
    }
}
