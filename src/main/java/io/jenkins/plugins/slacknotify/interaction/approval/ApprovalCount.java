package io.jenkins.plugins.slacknotify.interaction.approval;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Counts whether enough people have approved: the number that is needed, with a different person from each group.
 *
 * @param people how many have to approve; at least one
 * @param groups of each of which another person has to approve
 */
public record ApprovalCount(int people, List<String> groups) {
    public ApprovalCount {
        groups = List.copyOf(groups);
    }

    /**
     * Somebody who has approved.
     *
     * @param account the id of the account
     * @param groups those of {@link ApprovalCount#groups} to which it belonged when it approved
     */
    public record Approver(String account, Set<String> groups) {
        public Approver {
            groups = Set.copyOf(groups);
        }
    }

    /**
     * Returns who is missing.
     *
     * @param approvers each account at most once
     * @return plain text that can follow "missing:", such as "one more person"; empty where nobody is
     */
    public Optional<String> missing(List<Approver> approvers) {
        List<String> open = open(approvers);
        if (!open.isEmpty()) {
            return Optional.of("somebody else of " + String.join(" and of ", open));
        }
        int more = people - approvers.size();
        return more <= 0 ? Optional.empty() : Optional.of(more == 1 ? "one more person" : more + " more people");
    }

    /**
     * Returns whether somebody's approval brings the end nearer: that of somebody of no missing group may not, however many follow. Where fewer
     * are wanted since the others have approved, so that nobody is missing, it is the one by which it ends.
     */
    public boolean isHelpedBy(Approver another, List<Approver> approvers) {
        List<Approver> all = new ArrayList<>(approvers);
        all.add(another);
        int after = stillNeeded(all);
        return after == 0 || after < stillNeeded(approvers);
    }

    private int stillNeeded(List<Approver> approvers) {
        return Math.max(open(approvers).size(), people - approvers.size());
    }

    /** Returns the groups for which nobody is left, where people are assigned to groups as well as possible; the first groups come first. */
    private List<String> open(List<Approver> approvers) {
        Map<Approver, String> assigned = new HashMap<>();
        return groups.stream()
                .filter(group -> !canFill(group, approvers, assigned, new HashSet<>()))
                .toList();
    }

    /**
     * Assigns somebody to a group, and whoever is assigned already to another one where that makes room.
     *
     * @param asked those who cannot make room for it
     */
    private static boolean canFill(
            String group, List<Approver> approvers, Map<Approver, String> assigned, Set<Approver> asked) {
        for (Approver approver : approvers) {
            if (approver.groups().contains(group) && asked.add(approver)) {
                String other = assigned.get(approver);
                if (other == null || canFill(other, approvers, assigned, asked)) {
                    assigned.put(approver, group);
                    return true;
                }
            }
        }
        return false;
    }
}
