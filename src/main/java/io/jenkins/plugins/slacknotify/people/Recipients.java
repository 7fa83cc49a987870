package io.jenkins.plugins.slacknotify.people;

import io.jenkins.plugins.slacknotify.people.policy.Preferences;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The recipients of a notification, and how many candidates were excluded.
 *
 * @param recipients everybody once, in the order in which the build names them
 * @param excluded how many people for each reason; without reasons that exclude nobody
 * @param preferences those of each recipient, by the member id
 */
public record Recipients(
        List<Recipient> recipients, Map<ExclusionReason, Integer> excluded, Map<String, Preferences> preferences) {
    /** Recipients who have chosen nothing. */
    public Recipients(List<Recipient> recipients, Map<ExclusionReason, Integer> excluded) {
        this(recipients, excluded, Map.of());
    }

    public Recipients {
        recipients = List.copyOf(recipients);
        excluded = Collections.unmodifiableMap(copy(excluded));
        preferences = Map.copyOf(preferences);
    }

    /** Returns a copy of these recipients with another one. A member who is one already is notified once, for both reasons. */
    Recipients with(Recipient another, Preferences chosen) {
        Map<String, Preferences> all = new HashMap<>(preferences);
        all.putIfAbsent(another.slackId(), chosen);
        List<Recipient> merged = new ArrayList<>(recipients);
        if (recipients.stream().anyMatch(another::isSameMember)) {
            merged.replaceAll(one -> one.isSameMember(another) ? one.alsoFor(another.involvements()) : one);
        } else {
            merged.add(another);
        }
        return new Recipients(merged, excluded, all);
    }

    /** Returns a copy that counts another candidate who is excluded. */
    Recipients without(ExclusionReason reason) {
        Map<ExclusionReason, Integer> counted = copy(excluded);
        counted.merge(reason, 1, Integer::sum);
        return new Recipients(recipients, counted, preferences);
    }

    public int count(ExclusionReason reason) {
        return excluded.getOrDefault(reason, 0);
    }

    public Preferences preferencesOf(Recipient recipient) {
        return preferences.getOrDefault(recipient.slackId(), Preferences.STANDARD);
    }

    /** Returns these without recipients who are not to be notified, for a reason that is known of each of them alone. */
    public Recipients without(Set<Recipient> left, ExclusionReason reason) {
        Recipients others = new Recipients(
                recipients.stream().filter(each -> !left.contains(each)).toList(), excluded, preferences);
        for (int count = left.size(); count > 0; count--) {
            others = others.without(reason);
        }
        return others;
    }

    private static Map<ExclusionReason, Integer> copy(Map<ExclusionReason, Integer> counts) {
        Map<ExclusionReason, Integer> copy = new EnumMap<>(ExclusionReason.class);
        copy.putAll(counts);
        return copy;
    }
}
