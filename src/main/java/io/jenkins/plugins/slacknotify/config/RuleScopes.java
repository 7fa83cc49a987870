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
import java.util.List;
import java.util.function.BiPredicate;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import jenkins.model.Jenkins;

/**
 * The scopes whose rules apply to a job: the job itself, its folders, and the system.
 *
 * @param nearestFirst the system last
 */
public record RuleScopes(List<RuleScopeConfig> nearestFirst) {
    /** Lists no names: for consoles, which everybody reads who may see the job. */
    public static final BiPredicate<RuleScope, String> UNLISTED = (scope, owner) -> false;

    public RuleScopes {
        nearestFirst = List.copyOf(nearestFirst);
    }

    /**
     * Returns the scopes whose rules apply to an item. Reads memory only.
     *
     * @param item a job or a folder; null for the system alone
     */
    public static RuleScopes of(@CheckForNull Item item) {
        return of(item, SlackNotifyConfiguration.get().getRouting());
    }

    /** The scopes of an item with another routing in place of the saved one of the system, for a preview. */
    public static RuleScopes of(@CheckForNull Item item, SystemRouting system) {
        List<RuleScopeConfig> scopes = new ArrayList<>();
        for (Item at = item; at != null; at = OwnerJob.around(at)) {
            for (RuleScopeProvider provider : ExtensionList.lookup(RuleScopeProvider.class)) {
                provider.scopeOf(at).ifPresent(scopes::add);
            }
        }
        scopes.add(system.toScope());
        return new RuleScopes(scopes);
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

    public RuleScopeConfig nearest() {
        return nearestFirst.get(0);
    }

    /** Returns an object for each scope except that of the system. In it, this scope is the nearest, and the scopes around it follow. */
    public List<RuleScopes> own() {
        return IntStream.range(0, nearestFirst.size() - 1).mapToObj(this::from).toList();
    }

    /** The scope of the system alone. */
    public RuleScopes system() {
        return from(nearestFirst.size() - 1);
    }

    private RuleScopes from(int index) {
        return new RuleScopes(nearestFirst.subList(index, nearestFirst.size()));
    }

    /**
     * The names that can be used in the nearest scope: its own and those of the scopes around it, the nearest of which takes precedence.
     *
     * @param isListed whether the names of a scope may be listed, such as {@link #mayRead}
     */
    public NameResolver names(BiPredicate<RuleScope, String> isListed) {
        NameResolver names = NameResolver.EMPTY;
        for (int at = nearestFirst.size() - 1; at >= 0; at--) {
            RuleScopeConfig scope = nearestFirst.get(at);
            names = names.with(scope, isListed.test(scope.scope(), scope.owner()));
        }
        return names;
    }

    /**
     * The rules of the nearest scope, for the engine. They know the names of that scope and of the scopes around it, never those of a scope
     * inside it.
     */
    public List<Rule> rules() {
        return nearest().rules().isEmpty() ? List.of() : RuleConfig.toRules(nearest(), names(UNLISTED));
    }

    /** The rules for the engine, the nearest first, without those of the system. */
    public List<RuleSet> ruleSets() {
        return own().stream()
                .filter(scopes -> !scopes.nearest().rules().isEmpty())
                .map(scopes ->
                        new RuleSet(scopes.nearest().scope(), scopes.nearest().owner(), scopes.rules()))
                .toList();
    }

    /**
     * The problems of the destinations and rules of the nearest scope, each with what to do about it; empty where there are none.
     *
     * @param isListed as of {@link #names}
     */
    public List<String> problems(BiPredicate<RuleScope, String> isListed) {
        return problems(isListed, SlackNotifyConfiguration.get().getRouting().toChannelLimits());
    }

    /** @param limits the channels to which jobs may write */
    List<String> problems(BiPredicate<RuleScope, String> isListed, ChannelLimits limits) {
        NameResolver names = names(isListed);
        return Stream.of(
                        RoutingValidator.forbiddenWorkspaces(
                                nearest().scope(), nearest().destinations())
                                .stream(),
                        RoutingValidator.problemsOf(nearest().rules(), names).stream(),
                        forbiddenChannels(nearest(), names, limits))
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
}
