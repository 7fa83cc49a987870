package io.jenkins.plugins.slacknotify.interaction.approval;

import static java.util.Objects.requireNonNull;

import java.util.ArrayList;
import java.util.List;
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
            requireNonNull(account, "account");
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

    /** Returns the groups for which nobody is left, where people are assigned to groups as well as possible. */
    private List<String> open(List<Approver> approvers) {
        List<String> best = groups;
        for (int size = groups.size(); size > 0; size--) {
            for (List<String> some : choices(size)) {
                if (best.size() > groups.size() - size && canFill(some, approvers)) {
                    best = without(some);
                }
            }
        }
        return best;
    }

    private List<String> without(List<String> some) {
        List<String> rest = new ArrayList<>(groups);
        rest.removeAll(some);
        return rest;
    }

    /** Returns the parts of the groups that have a size. There are few groups. */
    private List<List<String>> choices(int size) {
        List<List<String>> found = new ArrayList<>();
        for (int bits = 0; bits < 1 << groups.size(); bits++) {
            if (Integer.bitCount(bits) == size) {
                List<String> some = new ArrayList<>();
                for (int index = 0; index < groups.size(); index++) {
                    if ((bits & 1 << index) != 0) {
                        some.add(groups.get(index));
                    }
                }
                found.add(some);
            }
        }
        return found;
    }

    private static boolean canFill(List<String> open, List<Approver> free) {
        if (open.isEmpty()) {
            return true;
        }
        String group = open.get(0);
        for (Approver approver : free) {
            if (approver.groups().contains(group)) {
                List<Approver> others = new ArrayList<>(free);
                others.remove(approver);
                if (canFill(open.subList(1, open.size()), others)) {
                    return true;
                }
            }
        }
        return false;
    }
}
