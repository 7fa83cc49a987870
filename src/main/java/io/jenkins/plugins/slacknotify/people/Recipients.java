package io.jenkins.plugins.slacknotify.people;

import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/**
 * Who is told, and how many are not.
 *
 * @param recipients everybody once, in the order in which the build names them
 * @param excluded how many people for each reason; a reason that keeps nobody from it is not in it
 */
public record Recipients(List<Recipient> recipients, Map<ExclusionReason, Integer> excluded) {
    public Recipients {
        recipients = List.copyOf(recipients);
        excluded = Collections.unmodifiableMap(copy(excluded));
    }

    /** The same with somebody more; who is told already is told for both reasons, in one message. */
    Recipients with(Recipient another) {
        List<Recipient> merged = new ArrayList<>(recipients);
        if (recipients.stream().anyMatch(another::isSameMember)) {
            merged.replaceAll(one -> one.isSameMember(another) ? one.alsoFor(another.involvements()) : one);
        } else {
            merged.add(another);
        }
        return new Recipients(merged, excluded);
    }

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
