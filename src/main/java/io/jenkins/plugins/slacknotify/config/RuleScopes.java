package io.jenkins.plugins.slacknotify.config;

import edu.umd.cs.findbugs.annotations.CheckForNull;
import hudson.ExtensionList;
import hudson.model.Item;
import io.jenkins.plugins.slacknotify.config.rules.NameResolver;
import io.jenkins.plugins.slacknotify.config.rules.RoutingProblem;
import io.jenkins.plugins.slacknotify.config.rules.RoutingValidator;
import io.jenkins.plugins.slacknotify.config.rules.RuleConfigs;
import io.jenkins.plugins.slacknotify.config.rules.RuleScopeConfig;
import io.jenkins.plugins.slacknotify.config.rules.RuleScopeProvider;
import io.jenkins.plugins.slacknotify.config.rules.SystemRouting;
import io.jenkins.plugins.slacknotify.routing.RuleSet;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;

/** All the places that have a say in who hears of the builds of a job: itself, its folders, and the system. */
public final class RuleScopes {
    private RuleScopes() {}

    /**
     * The places that count for an item, the nearest first and the system last. Reads what is in memory, and nothing else.
     *
     * @param item a job or a folder; null for the system alone
     */
    public static List<RuleScopeConfig> of(@CheckForNull Item item) {
        return of(item, SlackNotifyConfiguration.get().getRouting());
    }

    /** The same with other rules and names of the system than those that count, to try them. */
    public static List<RuleScopeConfig> of(@CheckForNull Item item, SystemRouting system) {
        List<RuleScopeConfig> places = new ArrayList<>(own(item));
        places.add(system.toScope());
        return places;
    }

    private static List<RuleScopeConfig> own(@CheckForNull Item item) {
        List<RuleScopeConfig> places = new ArrayList<>();
        for (Item at = item; at != null; at = at.getParent() instanceof Item parent ? parent : null) {
            for (RuleScopeProvider own : ExtensionList.lookup(RuleScopeProvider.class)) {
                own.scopeOf(at).ifPresent(places::add);
            }
        }
        return places;
    }

    /** What names mean in an item: those of its own, of its folders, and of the system, of which the nearest counts. */
    public static NameResolver names(@CheckForNull Item item) {
        return names(of(item));
    }

    /** @param places the nearest first */
    static NameResolver names(List<RuleScopeConfig> places) {
        List<RuleScopeConfig> farthestFirst = new ArrayList<>(places);
        Collections.reverse(farthestFirst);
        NameResolver names = NameResolver.EMPTY;
        for (RuleScopeConfig place : farthestFirst) {
            names = names.with(place.destinations(), place.templates());
        }
        return names;
    }

    /**
     * The rules of an item and its folders for the engine, the nearest first, without those of the system. A rule knows the
     * names of its own place and of those around it, and never what a place inside of it calls something.
     */
    public static List<RuleSet> ruleSets(Item item) {
        return ruleSets(of(item));
    }

    /** @param places the nearest first, and the system last */
    public static List<RuleSet> ruleSets(List<RuleScopeConfig> places) {
        List<RuleSet> sets = new ArrayList<>();
        for (int at = 0; at < places.size() - 1; at++) {
            read(places.subList(at, places.size())).ifPresent(sets::add);
        }
        return sets;
    }

    /**
     * What is wrong with the rules of the first of these places, each in words that say what to do; empty while all is well.
     *
     * @param places that place, and those around it, the nearest first
     */
    public static List<String> problems(List<RuleScopeConfig> places) {
        return RoutingValidator.problemsOf(places.get(0).rules(), names(places)).stream()
                .map(RoutingProblem::toString)
                .toList();
    }

    /** The rules of the first of these places; empty where it has none. */
    private static Optional<RuleSet> read(List<RuleScopeConfig> places) {
        RuleScopeConfig place = places.get(0);
        return place.rules().isEmpty()
                ? Optional.empty()
                : Optional.of(new RuleSet(place.place(), place.owner(), RuleConfigs.of(place.rules(), names(places))));
    }
}
