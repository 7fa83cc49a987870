package io.jenkins.plugins.slacknotify.config;

import edu.umd.cs.findbugs.annotations.CheckForNull;
import hudson.ExtensionList;
import hudson.model.Item;
import hudson.security.AccessControlled;
import io.jenkins.plugins.slacknotify.config.build.OwnerJob;
import io.jenkins.plugins.slacknotify.config.rules.NameResolver;
import io.jenkins.plugins.slacknotify.config.rules.RoutingProblem;
import io.jenkins.plugins.slacknotify.config.rules.RoutingValidator;
import io.jenkins.plugins.slacknotify.config.rules.RuleConfig;
import io.jenkins.plugins.slacknotify.config.rules.RuleScopeConfig;
import io.jenkins.plugins.slacknotify.config.rules.RuleScopeProvider;
import io.jenkins.plugins.slacknotify.config.rules.SystemRouting;
import io.jenkins.plugins.slacknotify.routing.ChannelLimits;
import io.jenkins.plugins.slacknotify.routing.Rule;
import io.jenkins.plugins.slacknotify.routing.RuleScope;
import io.jenkins.plugins.slacknotify.routing.RuleSet;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.function.BiPredicate;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import jenkins.model.Jenkins;

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

    /**
     * Whether the user of this thread may read the configuration of a scope, even where it does not concern the user's jobs. All
     * subscriptions are for administrators: they name who has made them, and what else that person follows.
     */
    public static boolean mayRead(RuleScope scope, String owner) {
        return switch (scope) {
            case JOB -> true;
            case FOLDER -> {
                AccessControlled folder = Jenkins.get().getItemByFullName(owner);
                yield folder != null && folder.hasPermission(Item.EXTENDED_READ);
            }
            case SYSTEM, SYSTEM_CHANNEL -> Jenkins.get().hasPermission(Jenkins.SYSTEM_READ);
            case SUBSCRIPTION -> Jenkins.get().hasPermission(Jenkins.ADMINISTER);
        };
    }

    /**
     * The names that an item can use: its own, those of its folders and those of the system. The nearest takes precedence. Those that
     * the user of this thread may read are listed.
     */
    public static NameResolver names(@CheckForNull Item item) {
        return names(of(item), RuleScopes::mayRead);
    }

    /** The names that an item can use, of which none is listed: for consoles, which everybody reads who may see the job. */
    public static NameResolver unlistedNames(Item item) {
        return names(of(item), (scope, owner) -> false);
    }

    /** @param scopes the nearest first */
    static NameResolver names(List<RuleScopeConfig> scopes, BiPredicate<RuleScope, String> isListed) {
        List<RuleScopeConfig> farthestFirst = new ArrayList<>(scopes);
        Collections.reverse(farthestFirst);
        NameResolver names = NameResolver.EMPTY;
        for (RuleScopeConfig scope : farthestFirst) {
            names = names.with(scope, isListed.test(scope.scope(), scope.owner()));
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
     * @param isListed whether the names of a scope may be listed, such as {@link #mayRead}
     */
    public static List<String> problems(List<RuleScopeConfig> scopes, BiPredicate<RuleScope, String> isListed) {
        return problems(
                scopes, isListed, SlackNotifyConfiguration.get().getRouting().toChannelLimits());
    }

    /** @param limits the channels to which jobs may write */
    static List<String> problems(
            List<RuleScopeConfig> scopes, BiPredicate<RuleScope, String> isListed, ChannelLimits limits) {
        RuleScopeConfig first = scopes.get(0);
        return Stream.of(
                        RoutingValidator.forbiddenWorkspaces(first.scope(), first.destinations()).stream(),
                        RoutingValidator.problemsOf(first.rules(), names(scopes, isListed)).stream(),
                        forbiddenChannels(first, names(scopes, isListed), limits))
                .flatMap(problems -> problems)
                .map(RoutingProblem::toString)
                .toList();
    }

    /** The channels of a job's rules to which it may not write. What a folder may depends on the job. */
    private static Stream<RoutingProblem> forbiddenChannels(
            RuleScopeConfig scope, NameResolver names, ChannelLimits limits) {
        if (scope.scope() != RuleScope.JOB) {
            return Stream.empty();
        }
        return IntStream.range(0, scope.rules().size()).boxed().flatMap(index -> {
            RuleConfig rule = scope.rules().get(index);
            return rule.getTo().stream()
                    .flatMap(written -> names.target(written).stream())
                    .flatMap(target -> limits.findRefusal(scope.owner(), target).stream())
                    .map(refusal -> new RoutingProblem("rules", index, rule.label(index + 1), "to", refusal));
        });
    }

    /** The rules of the first scope, for the engine. */
    static List<Rule> rulesOf(List<RuleScopeConfig> scopes) {
        return firstRuleSet(scopes).map(RuleSet::rules).orElse(List.of());
    }

    /** The rules of the first scope; empty where it has none. */
    private static Optional<RuleSet> firstRuleSet(List<RuleScopeConfig> scopes) {
        RuleScopeConfig first = scopes.get(0);
        return first.rules().isEmpty()
                ? Optional.empty()
                : Optional.of(new RuleSet(
                        first.scope(),
                        first.owner(),
                        RuleConfig.toRules(first, names(scopes, (scope, owner) -> false))));
    }
}
