package io.jenkins.plugins.slacknotify.people;

import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/**
 * The recipients of a notification, and how many candidates were excluded.
 *
 * @param recipients everybody once, in the order in which the build names them
 * @param excluded how many people for each reason; without reasons that exclude nobody
 */
public record Recipients(List<Recipient> recipients, Map<ExclusionReason, Integer> excluded) {
    public Recipients {
        recipients = List.copyOf(recipients);
        excluded = Collections.unmodifiableMap(copy(excluded));
    }

    /** Returns these with another recipient. A member who is one already is notified once, for both reasons. */
    Recipients with(Recipient another) {
        List<Recipient> merged = new ArrayList<>(recipients);
        if (recipients.stream().anyMatch(another::isSameMember)) {
            merged.replaceAll(one -> one.isSameMember(another) ? one.alsoFor(another.involvements()) : one);
        } else {
            merged.add(another);
        }
        return new Recipients(merged, excluded);
    }

    /** Returns these with another candidate excluded. */
    Recipients without(ExclusionReason reason) {
        Map<ExclusionReason, Integer> counted = copy(excluded);
        counted.merge(reason, 1, Integer::sum);
        return new Recipients(recipients, counted);
    }

    private static Map<ExclusionReason, Integer> copy(Map<ExclusionReason, Integer> counts) {
        Map<ExclusionReason, Integer> copy = new EnumMap<>(ExclusionReason.class);
        copy.putAll(counts);
        return copy;
    }
}
