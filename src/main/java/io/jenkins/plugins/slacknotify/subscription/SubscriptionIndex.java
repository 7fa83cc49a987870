package io.jenkins.plugins.slacknotify.subscription;

import edu.umd.cs.findbugs.annotations.CheckForNull;
import io.jenkins.plugins.slacknotify.routing.Rule;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;

/**
 * The subscriptions at one moment, by the jobs that they can be for, so that a build asks few of many. Immutable.
 *
 * <p>A pattern without a star is found by the name of the job, one that begins with a folder by that folder, and any other is
 * asked for each build.
 */
final class SubscriptionIndex {
    private final List<Subscription> all;
    private final Map<String, Subscription> byId = new HashMap<>();
    private final Map<String, List<Entry>> byJob = new HashMap<>();
    private final Map<String, List<Entry>> byFolder = new HashMap<>();
    private final List<Entry> others = new ArrayList<>();

    record Entry(Subscription subscription, Rule rule) {}

    SubscriptionIndex(List<Subscription> all) {
        this.all = List.copyOf(all);
        this.all.forEach(this::add);
    }

    private void add(Subscription subscription) {
        byId.put(subscription.id(), subscription);
        Entry entry = new Entry(subscription, subscription.toRule());
        subscription.filter().jobs().stream()
                .filter(pattern -> !pattern.startsWith("!"))
                .map(pattern -> listFor(small(pattern)))
                .distinct()
                .forEach(list -> list.add(entry));
    }

    private List<Entry> listFor(String pattern) {
        int star = pattern.indexOf('*');
        if (star < 0) {
            return byJob.computeIfAbsent(pattern, name -> new ArrayList<>());
        }
        int slash = pattern.indexOf('/');
        return slash > 0 && slash < star
                ? byFolder.computeIfAbsent(pattern.substring(0, slash), name -> new ArrayList<>())
                : others;
    }

    List<Subscription> all() {
        return all;
    }

    @CheckForNull
    Subscription find(String id) {
        return byId.get(id);
    }

    /** Returns those that can be for a job, by its full name, in the order in which they were made. */
    List<Entry> of(String job) {
        String name = small(job);
        int slash = name.indexOf('/');
        return Stream.of(
                        byJob.getOrDefault(name, List.of()),
                        slash < 0 ? List.<Entry>of() : byFolder.getOrDefault(name.substring(0, slash), List.of()),
                        others)
                .flatMap(List::stream)
                .distinct()
                .filter(entry -> entry.rule().when().matchesJob(job))
                .toList();
    }

    private static String small(String name) {
        return name.toLowerCase(Locale.ROOT);
    }
}
